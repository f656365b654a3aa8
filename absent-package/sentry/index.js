/** Nothing is reported to anybody. */
export function captureException() {}

/** The one address of the app that a Safe may show in its own page. Everything else in that frame is reached from there without another document. */
export const SAFE_ENTRY = "/safe";

/** Safe's own page. */
export const SAFE_ORIGIN = "https://app.safe.global";

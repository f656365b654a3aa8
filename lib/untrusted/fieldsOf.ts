/** The fields of a value that somebody else wrote: each of them unknown, and none of what has no fields. Never throws. */
export function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  const isThing = (typeof value === "object" && value !== null) || typeof value === "function";
  return isThing ? (value as Readonly<Record<string, unknown>>) : {};
}

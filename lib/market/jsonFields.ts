/** An object of JSON whose fields nobody has looked at. */
export type JsonRecord = Readonly<Record<string, unknown>>;

/** The value as a record; null when it is no object. */
export function recordOf(value: unknown): JsonRecord | null {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as JsonRecord) : null;
}

/** A list of at most `longest` values; null when it is none, or longer. */
export function listOf(value: unknown, longest: number): readonly unknown[] | null {
  return Array.isArray(value) && value.length <= longest ? value : null;
}

/** Inclusive bounds of a number that makes sense. */
export type NumberBounds = { readonly least: number; readonly most: number };

/** A number within its bounds; null for anything else, NaN and text that looks like a number among it. */
export function numberOf(value: unknown, { least, most }: NumberBounds): number | null {
  return typeof value === "number" && value >= least && value <= most ? value : null;
}

/** A text of a form; null for anything else. The form bounds the length. */
export function textOf(value: unknown, form: RegExp): string | null {
  return typeof value === "string" && form.test(value) ? value : null;
}

/** A time in milliseconds since 1970 as Unix seconds; null when it is none of this age of the world. */
export function secondsOfMilliseconds(value: unknown): number | null {
  const milliseconds = numberOf(value, { least: 1e12, most: 1e14 });
  return milliseconds === null ? null : milliseconds / 1000;
}

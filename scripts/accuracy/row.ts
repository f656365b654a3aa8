import type { Row } from "./Scorer";

const DAYS_PER_YEAR = 365;

/** A number, or a text that is one; NaN for anything else. */
export function numberOf(row: Row, key: string): number {
  const value = row[key];
  if (typeof value === "number") return value;
  return typeof value === "string" && value.trim() !== "" ? Number(value) : Number.NaN;
}

/** The digits of a truth as they are written; null where there are none. */
export function textOf(row: Row, key: string): string | null {
  const value = row[key];
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value.trim() !== "" ? value : null;
}

/** A row within the row; empty where there is none. */
export function rowOf(row: Row, key: string): Row {
  const value = row[key];
  return isRow(value) ? value : {};
}

export function isRow(value: unknown): value is Row {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Time to expiry in years: the number itself, or days/365. */
export function yearsOf(row: Row): number {
  const isInDays = row.T === undefined || row.T === "days/365";
  return isInDays ? numberOf(row, "days") / DAYS_PER_YEAR : numberOf(row, "T");
}

/** Whether the row's option is a put; null where it is neither. */
export function isPutOf(row: Row): boolean | null {
  if (row.type === "put") return true;
  return row.type === "call" ? false : null;
}

/** A published value's own tolerance: the row's, or half a unit of its last digit. NaN where there is none. */
export function toleranceOf(row: Row, published: string): number {
  const stated = Number.parseFloat(textOf(row, "tol") ?? "");
  if (!Number.isNaN(stated)) return stated;
  const digits = /^[+-]?\d+(?:\.(\d+))?$/.exec(published.trim());
  return digits ? 0.5000001 * 10 ** -(digits[1]?.length ?? 0) : Number.NaN;
}

import { readFileSync } from "node:fs";
import { isRow } from "./row";
import type { Row } from "./Scorer";

/** A file of reference values: its set's name and its rows. The chain of the calibration is one row. */
export type AccuracySet = { readonly name: string; readonly rows: readonly Row[] };

type Read = { readonly ok: true; readonly set: AccuracySet } | { readonly ok: false; readonly reason: string };

/** The chain of the calibration says by its shape what it is. */
const CHAIN = "calibration_dax";

/** Reads a file of the form { "set": …, "rows": […] }; refusals are whole sentences for the user. */
export function readAccuracySet(file: string): Read {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    return { ok: false, reason: `${file} cannot be read: there is no such file, or it may not be opened.` };
  }
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return { ok: false, reason: `${file} is not JSON.` };
  }
  return setOf(file, content);
}

function setOf(file: string, content: unknown): Read {
  if (!isRow(content)) return { ok: false, reason: `${file} is not an object with a set and its rows.` };
  if (content.set === undefined && content.vols_row_per_strike !== undefined)
    return { ok: true, set: { name: CHAIN, rows: [content] } };
  const { set, rows } = content;
  if (typeof set !== "string") return { ok: false, reason: `${file} does not say in "set" which set it is.` };
  if (!Array.isArray(rows) || rows.length === 0) return { ok: false, reason: `${file} has no "rows" to score.` };
  if (!rows.every(isRow)) return { ok: false, reason: `${file} has a row that is not an object.` };
  return { ok: true, set: { name: set, rows } };
}

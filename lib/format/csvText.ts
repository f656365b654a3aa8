/** A column of a table that leaves the page: its name in the file, what it is in words for the page, and its cell. */
export type CsvColumn<Row> = {
  readonly name: string;
  readonly meaning: string;
  /** Text as it stands in the file: numbers as plain decimals with a point, nothing as an empty text. */
  readonly cell: (row: Row) => string;
};

const LINE_END = "\r\n";
/** What makes a spreadsheet take a cell for a formula, full-width forms among them; a control character or a blank may stand before it. */
const FORMULA_START = /^[\s\p{C}]*[=+\-@＝＋－＠]/u;
const CONTROL_START = /^[\t\r\n]/;
const PLAIN_NUMBER = /^-?\d+(\.\d+)?$/;

/**
 * Rows as a CSV file (RFC 4180: commas, CRLF, quotes doubled), with a head of the columns' names. Text that a spreadsheet would run
 * as a formula, such as a hostile token's name, gets an apostrophe before it; plain numbers stay numbers.
 */
export function csvText<Row>(columns: readonly CsvColumn<Row>[], rows: readonly Row[]): string {
  const head = columns.map(({ name }) => csvCell(name));
  const lines = rows.map((row) => columns.map(({ cell }) => csvCell(cell(row))));
  return [head, ...lines].map((cells) => `${cells.join(",")}${LINE_END}`).join("");
}

function csvCell(text: string): string {
  const isRisky = !PLAIN_NUMBER.test(text) && (FORMULA_START.test(text) || CONTROL_START.test(text));
  const harmless = isRisky ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** Rows as a list of objects under the same names, for a JSON file. */
export function jsonRows<Row>(columns: readonly CsvColumn<Row>[], rows: readonly Row[]): readonly object[] {
  return rows.map((row) => Object.fromEntries(columns.map(({ name, cell }) => [name, cell(row)])));
}

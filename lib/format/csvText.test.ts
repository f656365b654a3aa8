import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvText, jsonRows } from "./csvText";

const COLUMNS = [
  { name: "what", meaning: "the text", cell: ({ text }: { readonly text: string }) => text },
  { name: "size", meaning: "its length", cell: ({ text }: { readonly text: string }) => String(text.length) },
];
const textOf = (text: string) => csvText(COLUMNS.slice(0, 1), [{ text }]);

/** An independent reader: characters one by one. */
function parsed(file: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let isQuoted = false;
  for (let at = 0; at < file.length; at += 1) {
    const character = file[at] ?? "";
    if (isQuoted) {
      if (character !== '"') cell += character;
      else if (file[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (character === '"') isQuoted = true;
    else if (character === ",") {
      row.push(cell);
      cell = "";
    } else if (character === "\r" && file[at + 1] === "\n") {
      rows.push([...row, cell]);
      row = [];
      cell = "";
      at += 1;
    } else cell += character;
  }
  return rows;
}

describe("csvText", () => {
  it("default: a head, a line a row, and the same rows as objects", () => {
    const rows = [{ text: "a" }, { text: "b, c" }];
    expect(csvText(COLUMNS, rows)).toBe('what,size\r\na,1\r\n"b, c",4\r\n');
    expect(jsonRows(COLUMNS, rows)).toEqual([
      { what: "a", size: "1" },
      { what: "b, c", size: "4" },
    ]);
  });

  it.each(["=HYPERLINK(1)", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", "\u200b=1", "\ttab"])(
    "behavior: %j is no formula in the file",
    (text) => {
      expect(parsed(textOf(text))[1]?.[0]).toBe(`'${text}`);
    },
  );

  it.each(["-12.5", "0", "1234567890.123456789012345678", "2026-11-27T08:00:00Z", "ETH Iron Condor", ""])(
    "behavior: %j stays as it is",
    (text) => {
      expect(parsed(textOf(text))[1]?.[0]).toBe(text);
    },
  );

  it("behavior: any text comes back whole, with at most an apostrophe before it, and never begins a formula", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary", maxLength: 12 })), (texts) => {
        const rows = parsed(
          csvText(
            COLUMNS,
            texts.map((text) => ({ text })),
          ),
        );
        expect(rows).toHaveLength(texts.length + 1);
        for (const [index, text] of texts.entries()) {
          const cell = rows[index + 1]?.[0] ?? "";
          expect([text, `'${text}`]).toContain(cell);
          if (/^[=+\-@\t\r]/.test(cell)) expect(cell).toMatch(/^-?\d+(\.\d+)?$/);
        }
      }),
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unixSeconds } from "@/lib/units/UnixSeconds";
import { calendarText } from "./calendarText";

const EXPIRY = unixSeconds(1_795_766_400n);
const entry = (title: string, description = "") => ({ id: "1-0xd1-deposit@ballast", at: EXPIRY, title, description });
const textOf = (title: string, description = "") =>
  calendarText({ name: "Ballast", asOf: unixSeconds(EXPIRY - 60n), entries: [entry(title, description)] });

/** Reads a file as RFC 5545 says: unfolds, then takes each line apart, then unescapes. */
function readBack(file: string, property: string): string {
  const lines = file.replaceAll("\r\n ", "").split("\r\n");
  const line = lines.find((one) => one.startsWith(`${property}:`)) ?? "";
  return line.slice(property.length + 1).replace(/\\([\\;,nN])/g, (_, kept) => (/n/i.test(kept) ? "\n" : kept));
}

describe("calendarText", () => {
  it("default: an instant in UTC, with a name of its own and a reminder", () => {
    expect(textOf("ETH Iron Condor settles")).toBe(
      [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Ballast//Activity//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "X-WR-CALNAME:Ballast",
        "BEGIN:VEVENT",
        "UID:1-0xd1-deposit@ballast",
        "DTSTAMP:20261127T075900Z",
        "DTSTART:20261127T080000Z",
        "SUMMARY:ETH Iron Condor settles",
        "DESCRIPTION:",
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "DESCRIPTION:ETH Iron Condor settles",
        "TRIGGER:PT0S",
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
      ].join("\r\n"),
    );
  });

  it("behavior: commas, semicolons, backslashes and line breaks are escaped, and nothing begins a line of its own", () => {
    const text = textOf("a, b; c\\d", "one\r\ntwo\nBEGIN:VEVENT\u0007");
    expect(text).toContain("SUMMARY:a\\, b\\; c\\\\d");
    expect(text).toContain("DESCRIPTION:one\\ntwo\\nBEGIN:VEVENT\r\n");
    expect(text.match(/^BEGIN:VEVENT/gm)).toHaveLength(1);
  });

  it("behavior: what has been needs no reminder", () => {
    const text = calendarText({ name: "Ballast", asOf: EXPIRY, entries: [entry("past")] });
    expect(text).toContain("SUMMARY:past");
    expect(text).not.toContain("VALARM");
  });

  it("behavior: an instant that no calendar has is left out", () => {
    const entries = [{ ...entry("never"), at: unixSeconds(2n ** 64n - 1n) }, entry("once")];
    const text = calendarText({ name: "Ballast", asOf: EXPIRY, entries });
    expect(text.match(/^SUMMARY:.*$/gm)).toHaveLength(1);
    expect(text).toContain("SUMMARY:once\r\n");
  });

  it("behavior: whatever the text, lines have 75 octets at most, characters stay whole, and it reads back", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (title) => {
        const text = textOf(title);
        for (const line of text.split("\r\n")) {
          expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
        }
        const plain = title.replace(/\r\n|\r|\n/g, "\n").replace(/(?!\n)\p{Cc}/gu, "");
        expect(readBack(text, "SUMMARY")).toBe(plain);
      }),
    );
  });
});

import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import { isoTime } from "./isoTime";

/** An instant in a calendar. The same `id` in a newer file replaces the entry of an older one. */
export type CalendarEntry = {
  /** Unique among all calendars: with the domain or contract that it is of. */
  readonly id: string;
  readonly at: UnixSeconds;
  readonly title: string;
  readonly description: string;
};

/** Entries and the calendar's name; `asOf` is when they were known. */
export type Calendar = {
  readonly name: string;
  readonly asOf: UnixSeconds;
  readonly entries: readonly CalendarEntry[];
};

const LINE_END = "\r\n";
/** RFC 5545, 3.1: a line has at most so many octets, its end apart. */
const LONGEST_LINE = 75;
const SAFE_TEXT = /[\p{Cc}]/gu;

/**
 * A calendar file (RFC 5545): times in UTC, one moment an entry with a reminder where it is to come, lines folded between characters. An instant
 * that no calendar has is left out.
 */
export function calendarText({ name, asOf, entries }: Calendar): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Ballast//Activity//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${escaped(name)}`,
    ...entries.filter(({ at }) => isoTime(at) !== "").flatMap((entry) => entryLines(entry, asOf)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}${LINE_END}`).join("");
}

function entryLines({ id, at, title, description }: CalendarEntry, asOf: UnixSeconds): readonly string[] {
  return [
    "BEGIN:VEVENT",
    `UID:${escaped(id)}`,
    `DTSTAMP:${utcTime(asOf)}`,
    `DTSTART:${utcTime(at)}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(description)}`,
    "TRANSP:TRANSPARENT",
    ...(at > asOf ? reminderLines(title) : []),
    "END:VEVENT",
  ];
}

function reminderLines(title: string): readonly string[] {
  return ["BEGIN:VALARM", "ACTION:DISPLAY", `DESCRIPTION:${escaped(title)}`, "TRIGGER:PT0S", "END:VALARM"];
}

/** 20261127T080000Z */
function utcTime(at: UnixSeconds): string {
  return isoTime(at).replace(/[-:]/g, "");
}

/** TEXT of RFC 5545, 3.3.11: backslash, semicolon, comma and line break are escaped, other control characters are left out. */
function escaped(text: string): string {
  return text
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\r\n|\r|\n/g, "\\n")
    .replace(SAFE_TEXT, "");
}

/** Long lines go on after a line end and a blank, never within a character. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = "";
  let size = 0;
  for (const character of line) {
    const octets = octetsOf(character);
    if (size + octets > LONGEST_LINE) {
      parts.push(part);
      part = " ";
      size = 1;
    }
    part += character;
    size += octets;
  }
  return [...parts, part].join(LINE_END);
}

/** Length of a character in UTF-8; half a pair counts as what stands for it there. */
function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}

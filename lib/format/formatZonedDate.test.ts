import { expect, test } from "vitest";
import { unixSeconds } from "@/lib/units/UnixSeconds";
import { formatUtcDate } from "./formatUtcDate";
import { formatZonedDate, formatZonedDay } from "./formatZonedDate";

const FRIDAY = unixSeconds(1_795_766_400n);
const by = (minutes: number) => ({ now: FRIDAY, offsetMinutes: () => minutes });

test.each([
  [0, "Fri 27 Nov, 08:00 UTC"],
  [60, "Fri 27 Nov, 09:00 UTC+1"],
  [330, "Fri 27 Nov, 13:30 UTC+5:30"],
  [-210, "Fri 27 Nov, 04:30 UTC−3:30"],
  [-540, "Thu 26 Nov, 23:00 UTC−9"],
])("default: %i minutes from UTC", (minutes, text) => expect(formatZonedDate(FRIDAY, by(minutes))).toBe(text));

test("behavior: the day is the clock's own, and so is the year that is left out", () => {
  expect(formatZonedDay(FRIDAY, by(960))).toBe("Sat 28 Nov");
  const newYear = unixSeconds(1_798_758_000n);
  expect(formatUtcDate(newYear, FRIDAY)).toBe("Thu 31 Dec, 23:00 UTC");
  expect(formatZonedDate(newYear, by(120))).toBe("Fri 1 Jan 2027, 01:00 UTC+2");
});

test("behavior: each instant has the offset of its own season", () => {
  const clock = { now: FRIDAY, offsetMinutes: (at: bigint) => (at < 1_790_000_000n ? 120 : 60) };
  expect(formatZonedDate(unixSeconds(1_785_484_800n), clock)).toBe("Fri 31 Jul, 10:00 UTC+2");
});

test("error: an instant that no calendar knows is no date by any clock", () => {
  expect(formatZonedDate(unixSeconds(2n ** 64n - 1n), by(Number.NaN))).toBe("–");
});

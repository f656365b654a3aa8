import { describe, expect, test } from "vitest";
import * as errors from "@/lib/errors/ledgerErrors";
import { describeLedgerWait } from "./describeLedgerWait";

const READY_LATER = [
  new errors.LedgerHeldError(),
  new errors.LedgerLockedError(),
  new errors.LedgerAppClosedError(),
  new errors.LedgerWrongAppError("Bitcoin"),
  new errors.LedgerOldAppError("1.9.0", "1.14.0"),
  new errors.LedgerTimedOutError(10),
  new errors.LedgerFailedError("6f00"),
];
const NOT_THERE = [
  new errors.LedgerUnpluggedError(),
  new errors.LedgerNotChosenError(),
  new errors.LedgerUnsupportedBrowserError(),
];

describe("what keeps a Ledger from being connected", () => {
  test("default: each has a title and a next step of its own", () => {
    const waits = [...READY_LATER, ...NOT_THERE].map((failure) => describeLedgerWait(failure, false));
    expect(new Set(waits.map(({ title }) => title)).size).toBe(waits.length);
    expect(new Set(waits.map(({ lead }) => lead)).size).toBe(waits.length);
  });

  test.each(READY_LATER)("behavior: %s is waited for, without a press", (failure) => {
    const { waitsFor, canFind } = describeLedgerWait(failure, true);
    expect(waitsFor).not.toBeNull();
    expect(canFind).toBe(false);
  });

  test("behavior: a device that was never there is asked for; one that was is waited for as well", () => {
    const unplugged = new errors.LedgerUnpluggedError();
    expect(describeLedgerWait(unplugged, false)).toMatchObject({ waitsFor: null, canFind: true });
    expect(describeLedgerWait(unplugged, true)).toMatchObject({ waitsFor: "Waiting for your Ledger", canFind: true });
  });

  test("behavior: an unlocked device is said to be unlocked, a locked one is not", () => {
    expect(describeLedgerWait(new errors.LedgerAppClosedError(), true).done).toEqual(["Plugged in", "Unlocked"]);
    expect(describeLedgerWait(new errors.LedgerLockedError(), true).done).toEqual(["Plugged in"]);
  });

  test("behavior: names that the device sent cannot turn or hide text", () => {
    const { title } = describeLedgerWait(new errors.LedgerWrongAppError("Bit\u202Ecoin\u200B"), true);
    expect(title).toBe("Leave the Bitcoin app");
  });
});

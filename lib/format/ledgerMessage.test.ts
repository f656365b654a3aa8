import { describe, expect, test } from "vitest";
import * as errors from "@/lib/errors/ledgerErrors";
import { codeSentence } from "./codeSentence";
import { describeWalletFailure } from "./describeBlock";
import { errorMessage } from "./errorMessage";

const HERE = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";
const OTHER = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";

const FAILURES = [
  [new errors.LedgerUnsupportedBrowserError(), "WebHID"],
  [new errors.LedgerNotChosenError(), "list of devices"],
  [new errors.LedgerHeldError(), "Another tab or program"],
  [new errors.LedgerLockedError(), "Nothing was signed"],
  [new errors.LedgerAppClosedError(), "dashboard"],
  [new errors.LedgerWrongAppError("Bitcoin"), "Only the Ethereum app"],
  [new errors.LedgerOldAppError("1.9.0", "1.14.0"), "Before 1.14.0"],
  [new errors.LedgerBlindSigningOffError(), "“Blind signing” is off"],
  [new errors.LedgerRejectedError(), "Nothing was signed"],
  [new errors.LedgerUnpluggedError(), "The connection ended"],
  [new errors.LedgerTimedOutError(10), "10 seconds"],
  [new errors.LedgerTooSoonError(), "the request before"],
  [new errors.LedgerOtherAccountError(HERE, OTHER), "0x7099…79C8, not 0xf39F…2266"],
  [new errors.LedgerWrongSignatureError(HERE, null), "thrown away"],
  [new errors.LedgerUnsupportedTypedDataError("Leg[2][]"), "the type Leg[2][]"],
  [new errors.LedgerBareHashError(), "a bare hash is never put to it"],
  [new errors.LedgerFailedError("6f00"), "code 6f00"],
] as const;

const chainName = (chainId: number) => `Chain ${chainId}`;

describe("failures of a Ledger", () => {
  test("default: each class has a sentence here", () => {
    expect(new Set(FAILURES.map(([error]) => error.constructor))).toEqual(new Set(Object.values(errors)));
  });

  test.each(FAILURES)("error: %s", (error, part) => {
    const message = errorMessage(error, chainName);
    expect(message.why).toContain(part);
    expect(message.next.length).toBeGreaterThan(10);
  });

  test("behavior: no two say the same, in full or by their code alone", () => {
    const whole = FAILURES.map(([error]) => errorMessage(error, chainName).what);
    const short = FAILURES.map(([{ code }]) => codeSentence(code));
    const steps = FAILURES.map(([{ code }]) => describeWalletFailure(code));
    expect(new Set(steps.map(({ what }) => what)).size).toBe(FAILURES.length);
    expect(steps.filter((message) => /undefined|null/.test(Object.values(message).join(" ")))).toEqual([]);
    expect(new Set(whole).size).toBe(FAILURES.length);
    expect(new Set(short).size).toBe(FAILURES.length);
    expect(short.filter((sentence) => sentence.startsWith("The cause is called"))).toEqual([]);
  });

  test("behavior: a name that the device sent cannot turn or hide text", () => {
    const { what } = errorMessage(new errors.LedgerWrongAppError("Bit\u202Ecoin\u200B"), chainName);
    expect(what).toBe("The Bitcoin app is open on your Ledger.");
  });
});

import { describe, expect, test } from "vitest";
import { LedgerOtherAccountError, LedgerRejectedError } from "@/lib/errors/ledgerErrors";
import { describeAddressCheck } from "./describeAddressCheck";

const HERE = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";
const OTHER = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";
const chainName = (chainId: number) => `Chain ${chainId}`;

describe("an address that was not confirmed on the device", () => {
  test("default: a refusal stops this deposit alone, and says when to go on", () => {
    const { why, next } = describeAddressCheck(new LedgerRejectedError(), chainName);
    expect(why).toContain("only this deposit waits");
    expect(next).toContain("If they differ, do not deposit");
  });

  test("error: another device is named with both addresses", () => {
    const { why } = describeAddressCheck(new LedgerOtherAccountError(HERE, OTHER), chainName);
    expect(why).toContain("0x7099…79C8, not 0xf39F…2266");
  });
});

import { describe, expect, it } from "vitest";
import type { Intent } from "@/lib/transaction/Intent";
import { tokenAmount } from "@/lib/units/TokenAmount";
import { USDC } from "@/lib/vault/vaultFixture";
import { claimStep, NO_CLAIMS, type WriteSeen, writeSeen } from "./claimRow";

const refund = (digit: string): Intent => ({
  kind: "refundAssets",
  vault: { address: `0x${digit.repeat(40)}`, name: `Vault ${digit}` },
  asset: USDC,
  assets: tokenAmount(5n),
});
const [first, second] = [refund("1"), refund("2")];
const ROW = { intents: [first, second], at: 0, isSeen: false };
const SEEN = { ...ROW, isSeen: true };
const of = (status: WriteSeen["status"], intent: Intent): WriteSeen => ({ status, intent });
const IDLE = writeSeen({ status: "idle" });

describe("a row of claims", () => {
  it("default: the next begins once the one before is confirmed, and after the last there is none", () => {
    expect(claimStep(ROW, of("simulating", first))).toEqual({ row: SEEN, start: null });
    expect(claimStep(SEEN, of("pending", first))).toEqual({ row: SEEN, start: null });
    const later = { ...ROW, at: 1 };
    expect(claimStep(SEEN, of("confirmed", first))).toEqual({ row: later, start: second });
    expect(claimStep(later, of("confirmed", first))).toEqual({ row: later, start: null });
    expect(claimStep({ ...later, isSeen: true }, of("confirmed", second))).toEqual({ row: NO_CLAIMS, start: null });
  });

  it("behavior: until the first is seen, what stands is of an older write", () => {
    expect(claimStep(ROW, IDLE)).toEqual({ row: ROW, start: null });
    expect(claimStep(ROW, of("confirmed", second))).toEqual({ row: ROW, start: null });
    expect(claimStep(NO_CLAIMS, of("confirmed", first))).toEqual({ row: NO_CLAIMS, start: null });
  });

  it("behavior: one that is put away, or another write, ends the row; one that failed waits for the person", () => {
    expect(claimStep(SEEN, IDLE).row).toBe(NO_CLAIMS);
    expect(claimStep(SEEN, of("planning", second)).row).toBe(NO_CLAIMS);
    expect(claimStep(SEEN, of("reverted", first))).toEqual({ row: SEEN, start: null });
  });
});

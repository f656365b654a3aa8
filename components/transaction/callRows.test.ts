import { describe, expect, it } from "vitest";
import type { Argument } from "@/lib/transaction/Call";
import { PERMIT_DESCRIPTION } from "@/lib/transaction/callDescriptions";
import { unixSeconds } from "@/lib/units/UnixSeconds";
import { callRows, messageRows } from "./callRows";

const VAULT = `0x${"d1".repeat(20)}` as const;
const ACCOUNT = `0x${"a1".repeat(20)}` as const;
const reading = {
  book: new Map([
    [VAULT, "ETH Put"],
    [ACCOUNT, "you"],
  ]),
  asset: { symbol: "USDC", decimals: 6 },
  share: { symbol: "blUSDC", decimals: 18 },
  now: unixSeconds(1_795_300_000n),
};

function rowsOf(functionName: string, args: readonly Argument[], value = 0n) {
  return callRows({ to: VAULT, functionName, arguments: args, value, calldata: "0x" }, reading);
}

describe("callRows", () => {
  it("default: every argument has its line, lists and structs opened, amounts to the last digit", () => {
    const allocations = [{ vault: VAULT, weightBps: 6000n }];
    const permit = { deadline: 1_795_300_900n, v: 27n, r: "0x01", s: "0x02" };
    const rows = rowsOf("depositMany", [
      { name: "assets", solidityType: "uint256", value: 10_000_000_001n },
      { name: "allocations", solidityType: "tuple[]", value: allocations },
      { name: "controller", solidityType: "address", value: ACCOUNT },
      { name: "permit", solidityType: "tuple", value: permit },
      { name: "store", solidityType: "bool", value: true },
    ]);
    expect(rows).toEqual([
      { name: "assets", value: "10,000.000001 USDC" },
      { name: "allocation 1 vault", value: "ETH Put 0xd1d1…d1d1" },
      { name: "allocation 1 weight", value: "60.00%" },
      { name: "controller", value: "you 0xa1a1…a1a1" },
      { name: "permit until", value: "Sat 21 Nov, 22:41 UTC, yours, signed" },
      { name: "store", value: "yes" },
      { name: "value", value: "0.00 ETH" },
    ]);
  });

  it("behavior: an unknown address is shown whole, an unsigned permit and an absent one are told apart", () => {
    const stranger = `0x${"99".repeat(20)}`;
    const unsigned = { deadline: 1_795_300_900n, v: 0n, r: "0x00", s: "0x00" };
    const permitOf = (deadline: bigint) => ({
      vault: VAULT,
      shares: 5n * 10n ** 17n,
      permit: { ...unsigned, deadline },
    });
    const rows = rowsOf("redeemMany", [
      { name: "redemptions", solidityType: "tuple[]", value: [permitOf(unsigned.deadline), permitOf(0n)] },
      { name: "controller", solidityType: "address", value: stranger },
    ]);
    expect(rows).toEqual([
      { name: "redemption 1 vault", value: "ETH Put 0xd1d1…d1d1" },
      { name: "redemption 1 shares", value: "0.50 blUSDC" },
      { name: "redemption 1 permit until", value: "Sat 21 Nov, 22:41 UTC, yours, once signed" },
      { name: "redemption 2 vault", value: "ETH Put 0xd1d1…d1d1" },
      { name: "redemption 2 shares", value: "0.50 blUSDC" },
      { name: "redemption 2 permit until", value: "no permit" },
      { name: "controller", value: stranger },
      { name: "value", value: "0.00 ETH" },
    ]);
  });

  it("behavior: an empty list says so, and a function that is never signed is shown as it is", () => {
    const none = { name: "allocations", solidityType: "tuple[]", value: [] };
    expect(rowsOf("setAllocation", [none])[0]).toEqual({ name: "allocations", value: "none" });
    const amount = { name: "amount", solidityType: "uint256", value: 7n };
    expect(rowsOf("transfer", [amount])[0]).toEqual({ name: "amount", value: "7" });
  });

  it("behavior: of a permit, what is the same in every one is left out", () => {
    const message = { owner: ACCOUNT, spender: VAULT, value: 1_000_000n, nonce: 4n, deadline: 1_795_300_900n };
    expect(messageRows(message, PERMIT_DESCRIPTION, reading)).toEqual([
      { name: "spender", value: "ETH Put 0xd1d1…d1d1" },
      { name: "value", value: "1.00 USDC" },
      { name: "deadline", value: "Sat 21 Nov, 22:41 UTC" },
    ]);
  });
});

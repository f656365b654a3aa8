import { describe, expect, it } from "vitest";
import type { Argument } from "@/lib/transaction/Call";
import { unixSeconds } from "@/lib/units/UnixSeconds";
import { callRows } from "./callRows";

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

function rowsOf(args: readonly Argument[], value = 0n) {
  return callRows({ to: VAULT, functionName: "f", arguments: args, value, calldata: "0x" }, reading);
}

describe("callRows", () => {
  it("default: every argument has its line, lists and structs opened, amounts to the last digit", () => {
    const allocations = [{ vault: VAULT, weightBps: 6000n }];
    const permit = { deadline: 1_795_300_900n, v: 27n, r: "0x01", s: "0x02" };
    const rows = rowsOf([
      { name: "assets", solidityType: "uint256", value: 10_000_000_001n },
      { name: "allocations", solidityType: "tuple[]", value: allocations },
      { name: "controller", solidityType: "address", value: ACCOUNT },
      { name: "permit", solidityType: "tuple", value: permit },
      { name: "store", solidityType: "bool", value: true },
    ]);
    expect(rows).toEqual([
      { name: "assets", value: "10,000.000001 USDC" },
      { name: "allocation 1 vault", value: "ETH Put 0xd1d1…d1d1" },
      { name: "allocation 1 weightBps", value: "60.00%" },
      { name: "controller", value: "you 0xa1a1…a1a1" },
      { name: "permit", value: "yours, signed, until Sat 21 Nov, 22:41 UTC" },
      { name: "store", value: "yes" },
      { name: "value", value: "0.00 ETH" },
    ]);
  });

  it("behavior: an unknown address is shown whole, an unsigned permit and an absent one are told apart", () => {
    const stranger = `0x${"99".repeat(20)}`;
    const unsigned = { deadline: 1_795_300_900n, v: 0n, r: "0x00", s: "0x00" };
    const rows = rowsOf([
      { name: "receiver", solidityType: "address", value: stranger },
      { name: "permit", solidityType: "tuple", value: unsigned },
      { name: "permit", solidityType: "tuple", value: { ...unsigned, deadline: 0n } },
      { name: "redemptions", solidityType: "tuple[]", value: [] },
    ]);
    expect(rows.map(({ value }) => value)).toEqual([
      stranger,
      "yours, once signed, until Sat 21 Nov, 22:41 UTC",
      "none",
      "none",
      "0.00 ETH",
    ]);
  });
});

import { describe, expect, it } from "vitest";
import { transferMovements } from "./transferMovements";

const TRANSFER = "0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef";
const word = (digit: string) => `0x${digit.repeat(40).padStart(64, "0")}` as const;
const address = (digit: string) => `0x${digit.repeat(40)}` as const;
const amount = (value: bigint) => `0x${value.toString(16).padStart(64, "0")}` as const;

describe("transferMovements", () => {
  it("default: both sides of a transfer, summed by token", () => {
    const logs = [
      { address: address("A"), topics: [TRANSFER, word("1"), word("2")], data: amount(10n) },
      { address: address("a"), topics: [TRANSFER, word("1"), word("3")], data: amount(5n) },
    ] as const;
    expect(transferMovements(logs)).toEqual([
      { account: address("1"), token: address("a"), delta: -15n },
      { account: address("2"), token: address("a"), delta: 10n },
      { account: address("3"), token: address("a"), delta: 5n },
    ]);
  });

  it("behavior: what passes through leaves no movement; mints have one side", () => {
    const logs = [
      { address: address("a"), topics: [TRANSFER, word("1"), word("2")], data: amount(7n) },
      { address: address("a"), topics: [TRANSFER, word("2"), word("3")], data: amount(7n) },
      { address: address("b"), topics: [TRANSFER, word("0"), word("1")], data: amount(1n) },
    ] as const;
    expect(transferMovements(logs)).toEqual([
      { account: address("1"), token: address("a"), delta: -7n },
      { account: address("3"), token: address("a"), delta: 7n },
      { account: address("1"), token: address("b"), delta: 1n },
    ]);
  });

  it("behavior: the coin is told apart, other events and odd shapes are left out", () => {
    const logs = [
      { address: `0x${"Ee".repeat(20)}`, topics: [TRANSFER, word("1"), word("2")], data: amount(3n) },
      { address: address("a"), topics: [word("9"), word("1"), word("2")], data: amount(3n) },
      { address: address("a"), topics: [TRANSFER, word("1"), word("2"), word("4")], data: "0x" },
    ] as const;
    expect(transferMovements(logs)).toEqual([
      { account: address("1"), token: "native", delta: -3n },
      { account: address("2"), token: "native", delta: 3n },
    ]);
  });
});

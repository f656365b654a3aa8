import { encodeFunctionData } from "viem";
import { describe, expect, it } from "vitest";
import { strategyRouterAbi } from "@/contracts-abi/StrategyRouter";
import { describeCall } from "./describeCall";

const address = (digit: string) => `0x${digit.repeat(40)}` as const;

describe("describeCall", () => {
  it("default: names, types and values come from the bytes", () => {
    const calldata = encodeFunctionData({
      abi: strategyRouterAbi,
      functionName: "setAllocation",
      args: [address("1"), [{ vault: address("2"), weightBps: 10_000 }]],
    });
    expect(describeCall({ to: address("3"), calldata, value: 0n })).toEqual({
      to: address("3"),
      functionName: "setAllocation",
      arguments: [
        { name: "asset", solidityType: "address", value: address("1") },
        { name: "allocations", solidityType: "tuple[]", value: [{ vault: address("2"), weightBps: 10_000n }] },
      ],
      value: 0n,
      calldata,
    });
  });

  it("behavior: a changed byte changes what is shown", () => {
    const args = [address("1"), []] as const;
    const calldata = encodeFunctionData({ abi: strategyRouterAbi, functionName: "setAllocation", args });
    const clipped = calldata.replace("1111", "1112") as typeof calldata;
    expect(describeCall({ to: address("3"), calldata: clipped, value: 0n }).arguments[0]?.value).not.toBe(address("1"));
  });

  it("error: a function that is not the project's", () => {
    const call = { to: address("3"), calldata: "0xa22cb465", value: 0n } as const;
    expect(() => describeCall(call)).toThrow("0xa22cb465");
  });
});

import { decodeFunctionData, getAddress, parseAbi, slice } from "viem";
import { describe, expect, it } from "vitest";
import { batchContract, encodeMultiSend } from "./multiSend";
import { safeTransactionOf } from "./safeTransactionOf";

const FIRST = { to: `0x${"11".repeat(20)}`, value: 0n, calldata: "0x095ea7b3ff" } as const;
const SECOND = { to: `0x${"22".repeat(20)}`, value: 2n ** 255n, calldata: "0x" } as const;
const ABI = parseAbi(["function multiSend(bytes transactions)"]);

describe("encodeMultiSend", () => {
  it("default: kind, target, value, length and bytes of each call, without gaps", () => {
    const { args } = decodeFunctionData({ abi: ABI, data: encodeMultiSend([FIRST, SECOND]) });
    const [packed] = args;
    const value = (digits: string) => digits.padStart(64, "0");
    const first = `00${"11".repeat(20)}${value("0")}${value("5")}095ea7b3ff`;
    const second = `00${"22".repeat(20)}${value(`8${"0".repeat(63)}`)}${value("0")}`;
    expect(packed).toBe(`0x${first}${second}`);
  });

  it("behavior: no call is ever delegated", () => {
    const { args } = decodeFunctionData({ abi: ABI, data: encodeMultiSend([SECOND, SECOND, SECOND]) });
    for (const index of [0, 1, 2]) expect(slice(args[0], index * 85, index * 85 + 1)).toBe("0x00");
  });
});

describe("safeTransactionOf", () => {
  const batch = batchContract("1.4.1", 1);

  it("default: one call is the transaction itself; several go to Safe's contract, and only those are delegated", () => {
    expect(safeTransactionOf([FIRST], batch, 7n)).toMatchObject({ ...FIRST, operation: 0, nonce: 7n });
    const several = safeTransactionOf([FIRST, SECOND], batch, 7n);
    expect(several).toMatchObject({ to: batch.address, value: 0n, operation: 1 });
    expect(several.calldata).toBe(encodeMultiSend([FIRST, SECOND]));
  });
});

describe("batchContract", () => {
  it("default: by the Safe's version and chain, each address with its checksum", () => {
    const found = ["1.1.1", "1.3.0", "1.4.1", "1.5.0"].map((version) => batchContract(version, 1).name);
    expect(found.map((name) => name.slice(-5))).toEqual(["1.3.0", "1.3.0", "1.4.1", "1.5.0"]);
    expect(batchContract("1.3.0+L2", 8453).address).not.toBe(batchContract("1.3.0", 1).address);
    for (const version of ["1.3.0", "1.4.1", "1.5.0"]) {
      for (const chainId of [1, 10]) {
        const { address } = batchContract(version, chainId);
        expect(address).toBe(getAddress(address.toLowerCase()));
      }
    }
  });
});

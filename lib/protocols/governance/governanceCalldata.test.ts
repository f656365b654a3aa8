import { decodeFunctionData, parseAbi, toFunctionSelector } from "viem";
import { describe, expect, it } from "vitest";
import { proposeCalldata, timelockOperation } from "./governanceCalldata";

const CALLS = [
  { to: `0x${"11".repeat(20)}`, value: 0n, calldata: "0x095ea7b3" },
  { to: `0x${"22".repeat(20)}`, value: 2n ** 70n, calldata: "0x" },
] as const;
const LISTS = [CALLS.map(({ to }) => to), CALLS.map(({ value }) => value), CALLS.map(({ calldata }) => calldata)];
const NO_WORD = `0x${"0".repeat(64)}`;
const SALT = `0x${"5a".repeat(32)}` as const;

/** Signatures as OpenZeppelin's interfaces declare them; spelled here once more, so that a slip in the ABI shows. */
const ABI = parseAbi([
  "function propose(address[] targets, uint256[] values, bytes[] calldatas, string description) returns (uint256)",
  "function scheduleBatch(address[] targets, uint256[] values, bytes[] payloads, bytes32 predecessor, bytes32 salt, uint256 delay)",
  "function executeBatch(address[] targets, uint256[] values, bytes[] payloads, bytes32 predecessor, bytes32 salt) payable",
]);

describe("governanceCalldata", () => {
  it("default: a governor and a timelock read the same calls in the same order", () => {
    const { schedule, execute } = timelockOperation(CALLS, { salt: SALT, delay: 172_800n });
    const read = [proposeCalldata(CALLS, "Buy a put"), schedule, execute].map((data) =>
      decodeFunctionData({ abi: ABI, data }),
    );
    expect(read.map(({ functionName }) => functionName)).toEqual(["propose", "scheduleBatch", "executeBatch"]);
    expect(read[0]?.args).toEqual([...LISTS, "Buy a put"]);
    expect(read[1]?.args).toEqual([...LISTS, NO_WORD, SALT, 172_800n]);
    expect(read[2]?.args).toEqual([...LISTS, NO_WORD, SALT]);
  });

  // Source: OpenZeppelin's IGovernor and TimelockController, function selectors.
  it("behavior: the selectors are the published ones", () => {
    expect(toFunctionSelector("propose(address[],uint256[],bytes[],string)")).toBe("0x7d5e81e2");
    expect(proposeCalldata(CALLS, "").slice(0, 10)).toBe("0x7d5e81e2");
    const { schedule, execute } = timelockOperation(CALLS, { salt: SALT, delay: 0n });
    expect([schedule, execute].map((data) => data.slice(0, 10))).toEqual(["0x8f2a0bb0", "0xe38335e5"]);
  });

  it("behavior: another salt is another operation", () => {
    const ids = [SALT, NO_WORD as `0x${string}`].map((salt) => timelockOperation(CALLS, { salt, delay: 0n }).id);
    expect(new Set(ids).size).toBe(2);
  });
});

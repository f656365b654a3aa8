import { encodeEventTopics, keccak256, pad, parseAbi, stringToHex } from "viem";
import { describe, expect, it } from "vitest";
import type { RawLog } from "@/lib/chain/readLogs";
import { rolesFrom } from "./readTimelockRoles";

const account = (digit: string) => `0x${digit.repeat(40)}` as const;
const timelock = account("1");
const nobody = account("0");
const ADMIN = `0x${"0".repeat(64)}` as const;
const abi = parseAbi([
  "event RoleGranted(bytes32 indexed role, address indexed account, address indexed sender)",
  "event RoleRevoked(bytes32 indexed role, address indexed account, address indexed sender)",
]);

function log(eventName: "RoleGranted" | "RoleRevoked", role: string, holder: `0x${string}`): RawLog {
  const id = role === "ADMIN" ? ADMIN : keccak256(stringToHex(role));
  const topics = encodeEventTopics({ abi, eventName, args: { role: id, account: holder, sender: timelock } });
  return {
    address: timelock,
    topics: topics as `0x${string}`[],
    data: "0x",
    blockNumber: 1n,
    logIndex: 0,
    transactionHash: pad("0x7a"),
    timestamp: null,
  };
}

const atCreation = [
  log("RoleGranted", "ADMIN", timelock),
  log("RoleGranted", "PROPOSER_ROLE", account("2")),
  log("RoleGranted", "CANCELLER_ROLE", account("2")),
  log("RoleGranted", "EXECUTOR_ROLE", nobody),
];

describe("roles of a timelock", () => {
  it("default: who announces, who cancels, and that anyone executes", () => {
    expect(rolesFrom(atCreation, timelock)).toEqual({
      proposers: [account("2")],
      cancellers: [account("2")],
      executors: "anyone",
      admins: [],
    });
  });

  it("behavior: what was taken back is gone, and an administrator besides the timelock is named", () => {
    const later = [
      log("RoleGranted", "ADMIN", account("9")),
      log("RoleGranted", "PROPOSER_ROLE", account("3")),
      log("RoleRevoked", "PROPOSER_ROLE", account("2")),
      log("RoleRevoked", "EXECUTOR_ROLE", nobody),
      log("RoleGranted", "EXECUTOR_ROLE", account("4")),
    ];
    expect(rolesFrom([...atCreation, ...later], timelock)).toMatchObject({
      proposers: [account("3")],
      executors: [account("4")],
      admins: [account("9")],
    });
  });

  it("error: a log that is none of the two events is a garbled answer", () => {
    const foreign = { ...log("RoleGranted", "ADMIN", timelock), topics: [ADMIN] };
    expect(() => rolesFrom([foreign], timelock)).toThrow(expect.objectContaining({ code: "garbledAnswer" }));
  });
});

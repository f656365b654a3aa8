import { encodeAbiParameters, encodeEventTopics, type Hex, parseAbi, parseAbiParameters } from "viem";
import { describe, expect, it } from "vitest";
import { ACCOUNT, ROUTER, SECOND_VAULT, STRANGER, USDC, VAULT } from "@/lib/transaction/planFixture";
import { settledIn, storedIn } from "./settledIn";

/** Written from the standards, not from the contract's own ABI. */
const EVENTS = parseAbi([
  "event Withdraw(address indexed sender, address indexed receiver, address indexed owner, uint256 assets, uint256 shares)",
  "event Deposit(address indexed sender, address indexed owner, uint256 assets, uint256 shares)",
  "event CancelDepositRequest(address indexed controller, uint256 indexed requestId, address sender)",
  "event CancelDepositClaim(address indexed controller, address indexed receiver, uint256 indexed requestId, address sender, uint256 assets)",
  "event CancelRedeemRequest(address indexed controller, uint256 indexed requestId, address sender)",
  "event CancelRedeemClaim(address indexed controller, address indexed receiver, uint256 indexed requestId, address sender, uint256 shares)",
  "event AllocationStored(address indexed user, address indexed asset, (address vault, uint16 weightBps)[] allocations)",
]);
const two = encodeAbiParameters(parseAbiParameters("uint256, uint256"), [7n, 8n]);
const byStranger = encodeAbiParameters(parseAbiParameters("address"), [STRANGER]);
const paid = encodeAbiParameters(parseAbiParameters("address, uint256"), [STRANGER, 7n]);

function log(topics: ReturnType<typeof encodeEventTopics>, data: Hex, address: Hex = VAULT) {
  return { address, topics: topics as readonly Hex[], data };
}

/** The six ways, of a request of whoever is named, to the stranger. */
function logsOf(controller: Hex, vault: Hex = VAULT) {
  const abi = EVENTS;
  const receiver = STRANGER;
  const requestId = 0n;
  const withdrawn = { sender: STRANGER, receiver, owner: controller };
  const joined = { sender: controller, owner: receiver };
  const cancelled = { controller, requestId };
  const returned = { controller, receiver, requestId };
  return [
    log(encodeEventTopics({ abi, eventName: "Withdraw", args: withdrawn }), two, vault),
    log(encodeEventTopics({ abi, eventName: "Deposit", args: joined }), two, vault),
    log(encodeEventTopics({ abi, eventName: "CancelDepositRequest", args: cancelled }), byStranger, vault),
    log(encodeEventTopics({ abi, eventName: "CancelDepositClaim", args: returned }), paid, vault),
    log(encodeEventTopics({ abi, eventName: "CancelRedeemRequest", args: cancelled }), byStranger, vault),
    log(encodeEventTopics({ abi, eventName: "CancelRedeemClaim", args: returned }), paid, vault),
  ];
}

describe("what a vault settled", () => {
  const vaults = [VAULT];

  it("default: each of the six ways, with who received it", () => {
    const receivers = settledIn(logsOf(ACCOUNT), { account: ACCOUNT, vaults }).map(({ receiver }) => receiver);
    const some = expect.stringMatching(new RegExp(STRANGER, "i"));
    expect(receivers).toEqual([some, some, null, some, null, some]);
  });

  it("behavior: not what is a stranger's, nor what another contract says", () => {
    const logs = [...logsOf(STRANGER), ...logsOf(ACCOUNT, SECOND_VAULT)];
    expect(settledIn(logs, { account: ACCOUNT, vaults })).toEqual([]);
  });
});

describe("what the router stored", () => {
  it("default: the account's own splits, by the router's own word", () => {
    const data = encodeAbiParameters(parseAbiParameters("(address, uint16)[]"), [[[VAULT, 10_000]]]);
    const topicsOf = (user: Hex) =>
      encodeEventTopics({ abi: EVENTS, eventName: "AllocationStored", args: { user, asset: USDC.address } });
    const logs = [
      log(topicsOf(ACCOUNT), data, ROUTER),
      log(topicsOf(STRANGER), data, ROUTER),
      log(topicsOf(ACCOUNT), data, STRANGER),
    ];
    const [stored, ...others] = storedIn(logs, { account: ACCOUNT, router: ROUTER });
    expect(others).toEqual([]);
    expect(stored?.parts.map(({ weight }) => weight)).toEqual([10_000n]);
  });
});

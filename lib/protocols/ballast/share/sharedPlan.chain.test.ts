import { encodeDeployData, encodeFunctionData, getAddress, type Hex, parseAbi } from "viem";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addressOf } from "@/devnet/accounts";
import { readArtifact } from "@/devnet/contracts/artifacts";
import { startTestDevnet, type TestDevnet } from "@/devnet/devnetFixture";
import { localAccount } from "@/devnet/localAccount";
import type { ChainSource } from "@/lib/chain/ChainSource";
import type { SentBatch } from "@/lib/transaction/batch";
import { forAccount } from "@/lib/transaction/forAccount";
import { depositPlan } from "@/lib/transaction/planFixture";
import type { SharedPlan } from "@/lib/transaction/SharedPlan";
import type { Address } from "@/lib/vault/Token";
import { timelockOperation } from "../../governance/governanceCalldata";
import { batchContract } from "../../safe/multiSend";
import { readSafe } from "../../safe/readSafe";
import { depositIntent } from "../perform/performFixture";
import { safeDifferences, safeWait } from "../perform/safeWait";
import { preparePlan } from "../prepare/preparePlan";
import { readPlanContext } from "../prepare/readPlanContext";
import { readVaults } from "../read/readVaults";
import { readSharedOutcome } from "./readSharedOutcome";
import { reviewShared } from "./reviewShared";
import { sharedPlanOf } from "./sharedPlanOf";

const { address: account } = localAccount(1);
const ASSETS = 1_000_000_000n;
const TOKEN = parseAbi([
  "function transfer(address to, uint256 amount) returns (bool)",
  "function balanceOf(address) view returns (uint256)",
]);
const TIMELOCK = parseAbi([
  "function hashOperationBatch(address[] targets, uint256[] values, bytes[] payloads, bytes32 predecessor, bytes32 salt) view returns (bytes32)",
  "function isOperationDone(bytes32 id) view returns (bool)",
]);
const NO_WORD: Hex = `0x${"0".repeat(64)}`;
let test: TestDevnet;
let source: ChainSource;
let shared: SharedPlan;
let usdc: Address;

beforeAll(async () => {
  test = await startTestDevnet();
  ({ source } = test);
  const vault = (await readVaults(source)).find(({ asset }) => asset.symbol === "USDC");
  if (vault === undefined) throw new TypeError("no vault of USDC");
  usdc = vault.asset.address;
  const planner = { account, walletChainId: source.deployment.chainId, newId: () => "plan-1" };
  const intent = depositIntent(vault, ASSETS);
  const plan = preparePlan(intent, await readPlanContext(source, intent, planner));
  expect(plan.steps.map(({ kind }) => kind)).toEqual(["permit", "act"]);
  shared = sharedPlanOf(plan, source.deployment.addresses);
});

afterAll(async () => {
  await test?.stop();
});

const ask = <Value>(method: string, params: readonly unknown[]) =>
  source.client.request({ method, params } as never) as Promise<Value>;

async function send(from: Address, to: Address | null, data: Hex): Promise<Address> {
  await ask("anvil_impersonateAccount", [from]);
  await ask("anvil_setBalance", [from, "0xde0b6b3a7640000"]);
  const hash = await ask<Hex>("eth_sendTransaction", [{ from, ...(to === null ? {} : { to }), data, gas: "0x4c4b40" }]);
  await ask("evm_mine", []);
  const receipt = await ask<{ status: Hex; contractAddress: Address | null }>("eth_getTransactionReceipt", [hash]);
  expect(receipt.status).toBe("0x1");
  return getAddress(receipt.contractAddress ?? from);
}

const call = (to: Address, data: Hex) => ask<Hex>("eth_call", [{ to, data }, "latest"]);

function handedTo(other: Address): SharedPlan {
  const calls = forAccount(reviewShared(shared, source.deployment).calls, other);
  if (calls === null) throw new TypeError("a rule is broken");
  return { ...shared, account: other, calls };
}

describe("a shared plan", () => {
  it("default: a deposit by permit is decoded whole, and its approval and deposit move exactly the amount", async () => {
    const review = reviewShared(shared, source.deployment);
    expect(review.calls.flatMap(({ violations }) => violations)).toEqual([]);
    expect(review.calls.map(({ decoded }) => decoded.ok && decoded.call.functionName)).toEqual([
      "approve",
      "depositMany",
    ]);
    const { simulation, differentCode, timelockDelay, isContract } = await readSharedOutcome(source, shared);
    expect(differentCode).toEqual([]);
    expect(isContract).toBe(false);
    expect(timelockDelay).toBeNull();
    if (!simulation.ok) throw new TypeError("it fails");
    const own = simulation.movements?.filter((one) => one.account === account.toLowerCase());
    expect(own).toEqual([{ account: account.toLowerCase(), token: usdc.toLowerCase(), delta: -ASSETS }]);
    expect(simulation.gasUsed).toBeGreaterThan(50_000n);
  });

  it("error: for an account that has nothing it fails, and says why", async () => {
    const poor = handedTo(getAddress(`0x${"0d".repeat(20)}`));
    const { simulation } = await readSharedOutcome(source, poor);
    expect(simulation.ok).toBe(false);
  });

  it("behavior: a key that has other code act for it is no contract, for a governor to execute from", async () => {
    const delegated = getAddress(`0x${"0e".repeat(20)}`);
    await ask("anvil_setCode", [delegated, `0xef0100${usdc.slice(2)}`]);
    expect(await readSharedOutcome(source, handedTo(delegated))).toMatchObject({ isContract: false });
  });

  it("behavior: an ordinary account is no Safe, nor is a vault", async () => {
    expect(await readSafe(source, shared)).toBeNull();
    const vault = source.deployment.vaults[0]?.address ?? account;
    expect(await readSafe(source, handedTo(vault))).toBeNull();
  });

  it("behavior: a Safe's hashes are the ones that its contract computes, of one call and of several", async () => {
    const { abi, bytecode } = readArtifact("DevSafe");
    const safe = await send(account, null, encodeDeployData({ abi, bytecode, args: [[account, usdc], 2n, 7n] }));
    const plan = handedTo(safe);
    const several = await readSafe(source, plan);
    expect(several).toMatchObject({ version: "1.4.1", threshold: 2n, owners: 2, nextNonce: 7n, ownHash: "same" });
    expect(several?.transaction).toMatchObject({ operation: 1, nonce: 7n });
    expect(several?.batch).toMatchObject({ code: "none", contract: { name: "MultiSendCallOnly 1.4.1" } });
    const one = await readSafe(source, { ...plan, calls: plan.calls.slice(0, 1), safeNonce: 9n });
    expect(one).toMatchObject({ batch: null, ownHash: "same", transaction: { operation: 0, nonce: 9n, to: usdc } });
    expect(one?.hashes.domainHash).toBe(several?.hashes.domainHash);
    expect(one?.hashes.safeTxHash).not.toBe(several?.hashes.safeTxHash);
  });

  it("error: a Safe's page that puts other calls to its owners is found out by the hash, under whichever number", async () => {
    const { abi, bytecode } = readArtifact("DevSafe");
    const safe = await send(account, null, encodeDeployData({ abi, bytecode, args: [[account, usdc], 2n, 7n] }));
    const { calls } = handedTo(safe);
    const plan = { ...depositPlan({ isBatch: true }), isSafe: true, account: safe, chainId: shared.chainId };
    const steps = calls.map((call) => ({ kind: "act", call: { ...call, functionName: "", arguments: [] } }) as const);
    const standing = { nonce: 9, signed: 1, needed: 2, owners: 2 } as const;
    const own = await readSafe(source, { ...handedTo(safe), safeNonce: 9n });
    const sentAs = (batchId: string, account = safe) =>
      ({
        ...{ status: "batchSent", finished: [], nonce: null, sentNonce: 1, delay: null },
        ...{ plan: { ...plan, steps, account }, batchId },
      }) as const satisfies SentBatch;
    const { safeTxHash } = own?.hashes ?? { safeTxHash: "" };
    expect(await safeWait(source, sentAs(safeTxHash.toUpperCase().replace("X", "x")), standing)).toEqual({
      ...standing,
      isShown: true,
    });
    expect(await safeWait(source, sentAs(safeTxHash), { ...standing, nonce: 8 })).toMatchObject({ isShown: false });
    expect(await safeWait(source, sentAs(NO_WORD), standing)).toMatchObject({ isShown: false });
    expect(await safeDifferences(source, sentAs(NO_WORD), standing)).toEqual([
      { field: "safeTxHash", shown: safeTxHash, signed: NO_WORD },
    ]);
    expect(await safeDifferences(source, sentAs(safeTxHash), standing)).toEqual([]);
    // Nobody can tell of an account that is no Safe, and nothing is claimed.
    expect(await safeWait(source, sentAs(safeTxHash, account), standing)).toMatchObject({ isShown: null });
    expect(await safeWait(source, sentAs(safeTxHash), undefined)).toBeUndefined();
  });

  it("error: other code at the batch contract's address is told apart from none", async () => {
    const { abi, bytecode } = readArtifact("DevSafe");
    const safe = await send(account, null, encodeDeployData({ abi, bytecode, args: [[account], 1n, 0n] }));
    const contract = batchContract("1.4.1", shared.chainId);
    await ask("anvil_setCode", [contract.address, "0x00"]);
    expect((await readSafe(source, handedTo(safe)))?.batch).toEqual({ contract, code: "other" });
    await ask("anvil_setCode", [contract.address, "0x"]);
    await ask("anvil_setBalance", [contract.address, "0x1"]);
    expect((await readSafe(source, handedTo(safe)))?.batch).toEqual({ contract, code: "none" });
  });

  it("behavior: a timelock takes the plan as it is exported, under the id that was told, and carries it out", async () => {
    const { timelock } = source.deployment.addresses;
    await send(account, usdc, encodeFunctionData({ abi: TOKEN, functionName: "transfer", args: [timelock, ASSETS] }));
    const plan = handedTo(timelock);
    const outcome = await readSharedOutcome(source, plan);
    expect(outcome.simulation.ok).toBe(true);
    expect(outcome.isContract).toBe(true);
    if (outcome.timelockDelay === null) throw new TypeError("no timelock");
    const salt: Hex = `0x${"5a".repeat(32)}`;
    const operation = timelockOperation(plan.calls, { salt, delay: outcome.timelockDelay });
    const lists = [
      plan.calls.map(({ to }) => to),
      plan.calls.map(({ value }) => value),
      plan.calls.map(({ calldata }) => calldata),
    ] as const;
    const args = [...lists, NO_WORD, salt] as const;
    const own = await call(timelock, encodeFunctionData({ abi: TIMELOCK, functionName: "hashOperationBatch", args }));
    expect(own).toBe(operation.id);
    await send(addressOf("deployer"), timelock, operation.schedule);
    await ask("evm_increaseTime", [Number(outcome.timelockDelay) + 1]);
    await ask("evm_mine", []);
    await send(account, timelock, operation.execute);
    const done = encodeFunctionData({ abi: TIMELOCK, functionName: "isOperationDone", args: [operation.id] });
    expect(BigInt(await call(timelock, done))).toBe(1n);
    const left = encodeFunctionData({ abi: TOKEN, functionName: "balanceOf", args: [timelock] });
    expect(BigInt(await call(usdc, left))).toBe(0n);
  });
});

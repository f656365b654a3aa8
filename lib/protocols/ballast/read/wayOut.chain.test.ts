import { createTestClient, createWalletClient, http } from "viem";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startTestDevnet, type TestDevnet } from "@/devnet/devnetFixture";
import { localAccount } from "@/devnet/localAccount";
import { viemChain } from "@/lib/chain/viemChain";
import type { Ending } from "@/lib/transaction/Intent";
import { epochSchedule } from "@/lib/vault/epochSchedule";
import type { Vault } from "@/lib/vault/Vault";
import type { EncodedCall } from "../../plan/decodeCall";
import { encodeAct } from "../prepare/encodeAct";
import { readPriceProof } from "./readPriceProof";
import { readVault } from "./readVaults";

const STRANGER = localAccount(9);
const DAY_SECONDS = 86_400n;

let test: TestDevnet;

beforeAll(async () => {
  test = await startTestDevnet();
});

afterAll(async () => {
  await test?.stop();
});

function testClient() {
  const { deployment, devnet } = test;
  return createTestClient({ mode: "anvil", chain: viemChain(deployment), transport: http(devnet.rpcUrl) });
}

async function goTo(timestamp: bigint): Promise<void> {
  await testClient().setNextBlockTimestamp({ timestamp });
  await testClient().mine({ blocks: 1 });
}

/** Sends a call from an account that nobody knows. */
async function send({ to, calldata }: EncodedCall): Promise<void> {
  const { deployment, devnet } = test;
  const wallet = createWalletClient({
    account: STRANGER,
    chain: viemChain(deployment),
    transport: http(devnet.rpcUrl),
  });
  await wallet.sendTransaction({ to, data: calldata, gas: 5_000_000n });
  await testClient().mine({ blocks: 1 });
}

async function end(vault: Vault, by: Ending["by"]): Promise<void> {
  const intent: Ending = { kind: "endEpoch", vault: { address: vault.address, name: vault.name }, by };
  const { addresses } = test.deployment;
  await send(encodeAct(intent, { account: STRANGER.address, addresses, permitOf: () => undefined }));
}

it("default: with feeds, market, keeper and curator dead, anybody settles an epoch and then carries out what waits at rest", async () => {
  const { source, deployment } = test;
  const address = deployment.vaults[0]?.address ?? "0x";
  const read = () => readVault(source, address);
  const live = await read();
  expect([live.epoch.phase, live.epoch.sizeSold > 0n]).toEqual(["live", true]);

  await goTo(live.epoch.expiry + DAY_SECONDS);
  expect(epochSchedule(await read(), (await read()).blockTimestamp).stage).toBe("settling");
  expect(await readPriceProof(source, live)).toEqual({ kind: "none" });

  await goTo(live.epoch.expiry + 7n * DAY_SECONDS);
  const proof = await readPriceProof(source, live);
  if (proof.kind !== "provable") throw new TypeError(`the proof is ${proof.kind}`);
  expect(proof.call.to).toBe(deployment.addresses.settlementOracle);
  await send(proof.call);
  expect(await readPriceProof(source, live)).toEqual({ kind: "given" });

  await end(live, "settleEpoch");
  const idle = await read();
  expect([idle.epoch.phase, idle.epoch.number]).toEqual(["idle", live.epoch.number]);

  await goTo(idle.idleSince + BigInt(idle.terms.openWindowSeconds));
  await end(idle, "closeEmptyEpoch");
  const closed = await read();
  expect(closed.idleSince).toBeGreaterThan(idle.idleSince);
  expect(closed.pendingRedeemShares).toBe(0n);
});

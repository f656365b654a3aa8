import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestDevnet, type TestDevnet } from "@/devnet/devnetFixture";
import { localAccount } from "@/devnet/localAccount";
import { type ChainSource, createChainSource } from "@/lib/chain/ChainSource";
import type { Deployment } from "@/lib/config/Deployment";
import type { Intent } from "@/lib/transaction/Intent";
import type { TransactionEvent } from "@/lib/transaction/TransactionEvent";
import { tokenAmount } from "@/lib/units/TokenAmount";
import { preparePlan } from "../prepare/preparePlan";
import { readPlanContext } from "../prepare/readPlanContext";
import { readVaults } from "../read/readVaults";
import { simulateProgress } from "./simulateProgress";

const { address: account } = localAccount(1);
const ETHER = 10n ** 18n;
let test: TestDevnet;
let deployment: Deployment;

beforeAll(async () => {
  test = await startTestDevnet();
  ({ deployment } = test);
});

afterAll(async () => {
  await test?.stop();
});

/** A node that has never heard of eth_simulateV1, and says so as the node itself does. */
function withoutSimulation(): ChainSource {
  const source = createChainSource(deployment);
  const request = source.client.request as (asked: { readonly method: string }) => Promise<unknown>;
  const older = (asked: { readonly method: string }) =>
    request(asked.method === "eth_simulateV1" ? { ...asked, method: "eth_simulateUnknown" } : asked);
  Object.assign(source.client, { request: older });
  return source;
}

async function simulateDeposit(source: ChainSource, assets: bigint): Promise<TransactionEvent> {
  const [vault] = await readVaults(source);
  if (!vault) throw new TypeError("a vault");
  const amount = tokenAmount(assets);
  const name = { address: vault.address, name: vault.name };
  const parts = [{ vault: name, assets: amount }];
  const payment = { asset: vault.asset, assets: amount, isPaidInCoin: true, storesAllocation: false };
  const intent: Intent = { kind: "deposit", parts, ...payment };
  const planner = { account, walletChainId: deployment.chainId, newId: () => "plan-1" };
  const plan = preparePlan(intent, await readPlanContext(source, intent, planner));
  return simulateProgress(source, { plan, finished: [], nonce: null });
}

describe("simulateProgress", () => {
  it("default: movements were compared", async () => {
    const event = await simulateDeposit(createChainSource(deployment), ETHER);
    expect(event).toMatchObject({ type: "simulated", step: 0, isCompared: true });
  });

  it("behavior: a node that cannot simulate is not taken for one that agrees", async () => {
    const event = await simulateDeposit(withoutSimulation(), ETHER);
    expect(event).toMatchObject({ type: "simulated", step: 0, isCompared: false });
    expect(event.type === "simulated" && event.networkFeeWei > 0n).toBe(true);
  });

  it("error: without a simulation the call alone still tells a revert", async () => {
    const event = await simulateDeposit(withoutSimulation(), 1n);
    expect(event).toMatchObject({ type: "blocked", reason: { kind: "wouldRevert" } });
  });
});

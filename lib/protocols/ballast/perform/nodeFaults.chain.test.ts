import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { startTestDevnet, type TestDevnet } from "@/devnet/devnetFixture";
import type { NodeFault } from "@/devnet/faults/NodeFault";
import { type FaultyNode, startFaultyNode } from "@/devnet/faults/startFaultyNode";
import { localAccount } from "@/devnet/localAccount";
import { type ChainSource, createChainSource } from "@/lib/chain/ChainSource";
import { chainFailure } from "@/lib/chain/chainFailure";
import { quorumSource } from "@/lib/chain/quorum/quorumSource";
import { readCoinBalance } from "@/lib/chain/readCoinBalance";
import { WalletDisconnectedError } from "@/lib/errors/walletErrors";
import type { TransactionPlan } from "@/lib/transaction/TransactionPlan";
import type { BlockReason } from "@/lib/transaction/TransactionState";
import { readVaultHistories } from "../read/readVaultHistories";
import { readVaults } from "../read/readVaults";
import { depositIntent } from "./performFixture";
import { planIntent } from "./planIntent";
import { simulateProgress } from "./simulateProgress";

const { address: account } = localAccount(1);
const DOLLARS = 1_000_000_000n;

let test: TestDevnet;
let faulty: FaultyNode;
let well: readonly FaultyNode[];
let truth: Prepared;

beforeAll(async () => {
  test = await startTestDevnet();
  const { rpcUrl } = test.devnet;
  faulty = await startFaultyNode(rpcUrl);
  well = await Promise.all([startFaultyNode(rpcUrl), startFaultyNode(rpcUrl)]);
  truth = await prepared(sourceOf(2));
});

afterAll(async () => {
  for (const node of [faulty, ...(well ?? [])]) await node?.stop();
  await test?.stop();
});

afterEach(() => faulty.setFault("none"));

/** The faulty node first, then as many well ones as make up the number. */
function sourceOf(nodes: number): ChainSource {
  const rpcUrls = [faulty, ...well].slice(0, nodes).map(({ url }) => url);
  return createChainSource({ ...test.deployment, rpcUrls });
}

type Prepared =
  | { readonly ok: true; readonly plan: TransactionPlan; readonly objectors: readonly string[] }
  | { readonly ok: false; readonly reason: BlockReason };

/** A deposit by approval, as far as its button: planned and simulated, or why not. */
async function prepared(source: ChainSource): Promise<Prepared> {
  const vault = (await readVaults(test.source)).find(({ name }) => name.includes("Iron Condor"));
  if (!vault) throw new TypeError("a vault");
  const intent = depositIntent(vault, DOLLARS, { prefersApproval: true });
  const planner = { account, walletChainId: test.deployment.chainId, newId: () => "plan-1" };
  const noWallet = () => Promise.reject(new WalletDisconnectedError());
  const planned = await planIntent(source, { intent, nonce: null }, { planner, wallet: noWallet });
  if (planned.type === "blocked") return { ok: false, reason: planned.reason };
  if (planned.type !== "planned") throw new TypeError(planned.type);
  const { witnesses: plannedBy, ...plan } = planned.plan;
  const event = await simulateProgress(source, { plan, finished: [], nonce: null });
  if (event.type === "blocked") return { ok: false, reason: event.reason };
  if (event.type !== "simulated" || !event.isCompared) throw new TypeError("movements were compared");
  const others = [...(plannedBy?.others ?? []), ...(event.witnesses?.others ?? [])];
  return { ok: true, plan, objectors: [...new Set(others.map(({ host }) => host))] };
}

async function codeOf(read: Promise<unknown>): Promise<string> {
  return read.then(
    () => "answered",
    (cause: unknown) => chainFailure(cause).code,
  );
}

const right = (objectors: readonly string[]) => ({ ...truth, objectors });
const blocked = (reason: object) => ({ ok: false, reason: expect.objectContaining(reason) });
const disagreement = (subject: string) => blocked({ kind: "noQuorum", subject, needed: 2 });

/** What the faulty node is said to have failed with. */
const silence = (failure: string) =>
  blocked({ kind: "noQuorum", sayings: expect.arrayContaining([{ host: faulty.host, says: null, failure }]) });

describe("a node that fails", () => {
  it.each<readonly [NodeFault, string]>([
    ["down", "rpcUnreachable"],
    ["rateLimited", "rpcRateLimited"],
    ["serverError", "rpcUnreachable"],
    ["truncated", "garbledAnswer"],
    ["html", "garbledAnswer"],
    ["wrongId", "garbledAnswer"],
    ["slow", "rpcUnreachable"],
    ["wrongChainId", "wrongChainNode"],
  ])("error: %s, alone and one of two is named, one of three is outvoted", async (fault, code) => {
    await faulty.setFault(fault);
    const [one, two, three] = await Promise.all([1, 2, 3].map((nodes) => prepared(sourceOf(nodes))));
    expect(one).toEqual(fault === "wrongChainId" ? blocked({ code }) : blocked({ kind: "notPlanned", code }));
    expect(two).toEqual(silence(code));
    expect(three).toEqual(right([faulty.host]));
  });

  it.each<NodeFault>(["down", "rateLimited", "serverError", "truncated", "html", "wrongId"])(
    "behavior: %s, a page of two nodes reads from the second",
    async (fault) => {
      const vaults = await readVaults(test.source);
      await faulty.setFault(fault);
      expect(await readVaults(sourceOf(2))).toEqual(vaults);
      expect(await codeOf(readVaults(sourceOf(1)))).not.toBe("answered");
    },
  );
});

describe("a node that lies", () => {
  it("error: an allowance is used of one alone, said to differ of two, outvoted of three", async () => {
    await faulty.setFault("wrongAllowance");
    const one = await prepared(sourceOf(1));
    expect(one.ok && one.plan.steps).toHaveLength(3);
    const { quorum } = await quorumSource(sourceOf(1));
    expect(quorum.witnesses).toEqual({ configured: 1, agreed: [faulty.host], others: [] });
    const two = await prepared(sourceOf(2));
    expect(two).toEqual(disagreement("allowance"));
    const sayings = [
      { host: faulty.host, says: (2n ** 200n).toString(), failure: null },
      { host: well[0]?.host, says: "0", failure: null },
    ];
    expect(two).toMatchObject({ reason: { sayings } });
    expect(await prepared(sourceOf(3))).toEqual(right([faulty.host]));
  });

  it("error: a balance is not taken of two, and the true one of three", async () => {
    const balance = await readCoinBalance(test.source, account);
    await faulty.setFault("wrongBalance");
    const two = quorumSource(sourceOf(2)).then((source) => readCoinBalance(source, account));
    await expect(two).rejects.toMatchObject({ code: "noQuorum", subject: "getEthBalance" });
    expect(await readCoinBalance(await quorumSource(sourceOf(3)), account)).toBe(balance);
  });

  it("error: other code is reported of one alone, said to differ of two, outvoted of three", async () => {
    await faulty.setFault("wrongCode");
    expect(await prepared(sourceOf(1))).toEqual(blocked({ kind: "codeDiffers" }));
    expect(await prepared(sourceOf(2))).toEqual(disagreement("code"));
    expect(await prepared(sourceOf(3))).toEqual(right([faulty.host]));
  });

  it("error: logs that leave an epoch out are not taken, and another node's are", async () => {
    const vaults = await readVaults(test.source);
    const range = {
      vaults: vaults.map(({ address }) => address),
      epochs: vaults.map(({ epoch }) => epoch),
      toBlock: vaults[0]?.blockNumber ?? 0n,
    };
    const histories = await readVaultHistories(test.source, range);
    await faulty.setFault("missingLogs");
    await expect(readVaultHistories(sourceOf(1), range)).rejects.toMatchObject({ code: "historyGap" });
    expect(await readVaultHistories(sourceOf(2), range)).toEqual(histories);
    expect(await readVaultHistories(sourceOf(3), range)).toEqual(histories);
  });

  // Last: the chain goes on.
  it("error: a node that stays behind tells its old block, is said to differ of two, is outvoted of three", async () => {
    await faulty.setFault("stale");
    const before = truth.ok ? truth.plan.blockNumber : 0n;
    await test.source.client.request({ method: "anvil_mine", params: ["0x14"] } as never);
    const one = await prepared(sourceOf(1));
    expect(one.ok && one.plan.blockNumber).toBe(before);
    const blocks = {
      needed: 2,
      sayings: [`block ${before + 20n}`, `block ${before}`].map((says) => expect.objectContaining({ says })),
    };
    expect(await prepared(sourceOf(2))).toEqual(
      blocked({ ...blocks, kind: "noQuorum", sayings: expect.arrayContaining(blocks.sayings) }),
    );
    const three = await prepared(sourceOf(3));
    expect(three.ok && [three.plan.blockNumber, three.objectors]).toEqual([before + 20n, [faulty.host]]);
  });
});

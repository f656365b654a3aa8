import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { putBack } from "@/devnet/chain/putBackFixture";
import { startTestDevnet, type TestDevnet } from "@/devnet/devnetFixture";
import type { Mutant } from "@/devnet/faults/mutants/Mutant";
import { Changes, counted, patchFetch, victim, walletThat } from "@/devnet/faults/mutants/meddling";
import { nodeMutants } from "@/devnet/faults/mutants/nodeMutants";
import { WALLET_MUTANTS } from "@/devnet/faults/mutants/walletMutants";
import { type FaultyNode, startFaultyNode } from "@/devnet/faults/startFaultyNode";
import { type ChainSource, createChainSource } from "@/lib/chain/ChainSource";
import { transactionCount } from "@/lib/chain/transactionCount";
import type { Vault } from "@/lib/vault/Vault";
import { readPositions } from "../read/readPositions";
import { readVaults } from "../read/readVaults";
import { depositIntent, playIntent, spell } from "./performFixture";

const MUTANTS: readonly Mutant[] = [...WALLET_MUTANTS, ...nodeMutants("rpc"), ...nodeMutants("fetch")];

let test: TestDevnet;
let nodes: readonly FaultyNode[];
let vault: Vault;
let snapshot: unknown;
const ASSETS = 1_000_000_000n;

beforeAll(async () => {
  test = await startTestDevnet();
  nodes = await Promise.all([1, 2, 3].map(() => startFaultyNode(test.devnet.rpcUrl)));
  const found = (await readVaults(test.source)).find(({ asset }) => asset.symbol === "USDC");
  if (found === undefined) throw new TypeError("no vault of USDC");
  vault = found;
  snapshot = await rpc("evm_snapshot");
});

beforeEach(async () => {
  for (const node of nodes) node.setFalsifier(null);
  expect(await putBack(rpc, snapshot), "the chain is as it was").toBe(true);
  snapshot = await rpc("evm_snapshot");
});

afterAll(async () => {
  for (const node of nodes ?? []) await node.stop();
  await test?.stop();
});

function rpc(method: string, ...params: readonly unknown[]): Promise<unknown> {
  return test.source.client.request({ method, params } as never);
}

/** The page's nodes: one alone, or three that must agree. */
function sourceOf(count: number): ChainSource {
  return createChainSource({ ...test.deployment, rpcUrls: nodes.slice(0, count).map(({ url }) => url) });
}

const NO_CHANGE = {
  origin: "wallet",
  field: "data",
  what: "nothing",
  prefersApproval: true,
  end: "sentOther",
} as const;

/** Plays a deposit of 1,000 to its end with this mutant at work. */
async function play(
  { origin, prefersApproval, lie, patch, falsifier }: Mutant,
  nodeCount = origin === "fetch" ? 3 : 1,
) {
  const changes = new Changes();
  const source = sourceOf(nodeCount);
  const told = falsifier ? counted(falsifier, changes) : null;
  if (origin === "rpc") nodes[0]?.setFalsifier(told);
  const urls = nodes.map(({ url }) => url);
  const unpatch = origin === "fetch" && told ? patchFetch(urls, told) : () => {};
  const meddling = { ...(lie ? { lie } : {}), ...(patch ? { patch } : {}) };
  const wallet = walletThat(source, test.devnet.rpcUrl, meddling, changes);
  const intent = depositIntent(vault, ASSETS, { prefersApproval });
  try {
    return { ...(await playIntent(source, { intent, account: victim.address, wallet })), changes: changes.count };
  } finally {
    unpatch();
  }
}

/** What the chain itself says of the account, through no meddler. */
async function truth() {
  const [position] = await readPositions(test.source, victim.address);
  const count = await transactionCount(test.source.client, victim.address, "pending");
  return { count, assets: position?.walletAssets };
}

describe("what was shown", () => {
  it.each([
    [true, 1],
    [false, 1],
    [true, 3],
    [false, 3],
  ])("default: is done, by approval: %s, with %i nodes", async (prefersApproval, nodeCount) => {
    const { state, changes } = await play({ ...NO_CHANGE, prefersApproval }, nodeCount);
    expect(state.status, JSON.stringify(state, spell)).toBe("confirmed");
    expect(changes).toBe(0);
  });
});

describe("what was not shown", () => {
  it.each(MUTANTS.map((mutant) => [mutant.origin, mutant.field, mutant.what, mutant] as const))(
    "error: by the %s, %s: %s",
    async (_origin, _field, _what, mutant) => {
      const before = await truth();
      const { state, statuses, changes } = await play(mutant);
      const told = JSON.stringify({ statuses, state }, spell);
      expect(changes, `the mutant changed nothing: ${told}`).toBeGreaterThan(0);
      expect(state.status, told).toBe(mutant.end);
      expect(statuses).not.toContain("confirmed");
      if (state.status === "sentOther" || state.status === "signedOther") expect(state.differences).not.toEqual([]);
      if (mutant.end !== "sentOther") expect(await truth()).toEqual(before);
    },
  );

  it("behavior: every field is changed by every origin, sixty mutants at least, no two the same", () => {
    const pairs = new Set(MUTANTS.map(({ origin, field }) => `${origin} ${field}`));
    const origins = ["wallet", "provider", "rpc", "fetch"];
    const fields = ["amount", "receiver", "spender", "chain", "nonce", "target", "data", "deadline"];
    expect([...pairs].sort()).toEqual(origins.flatMap((origin) => fields.map((field) => `${origin} ${field}`)).sort());
    expect(new Set(MUTANTS.map(({ origin, what }) => `${origin} ${what}`)).size).toBe(MUTANTS.length);
    expect(MUTANTS.length).toBeGreaterThanOrEqual(60);
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accountOf, addressOf } from "@/devnet/accounts";
import { type LendingWorld, startLendingWorld } from "@/devnet/lending/lendingFixture";
import { depositAtOnce, redeemAtOnce } from "@/lib/transaction/intentsAtOnce";
import { tokenAmount } from "@/lib/units/TokenAmount";
import { readListedFlows } from "./readListedFlows";

const owner = addressOf("portfolio");
const SUPPLIED = 20n * 10n ** 18n;
const LENT = 15_000_000_000n;

let world: LendingWorld;

beforeAll(async () => {
  world = await startLendingWorld();
});

afterAll(async () => {
  await world?.stop();
});

async function flowsOf() {
  const outcomes = await readListedFlows(world.source, owner, await world.chain.read.getBlockNumber());
  const of = (protocol: string) => {
    const outcome = outcomes.find(({ entry }) => entry.protocol === protocol);
    if (!outcome?.ok) throw outcome?.failure ?? new TypeError(`nothing of ${protocol}`);
    return outcome.flows;
  };
  return { vault: of("erc4626"), pool: of("aave") };
}

describe("readListedFlows", () => {
  it("default: the seeded history, with its times, and of this account alone", async () => {
    const { vault, pool } = await flowsOf();
    expect(vault.map(({ kind, asset, assets }) => [kind, asset, assets])).toEqual([["deposit", null, LENT]]);
    expect(pool.map(({ kind, assets }) => [kind, assets]).slice(0, 1)).toEqual([["deposit", SUPPLIED]]);
    expect(pool.map(({ kind }) => kind)).toEqual(["deposit", "borrowing"]);
    const { timestamp } = await world.chain.read.getBlock({ blockNumber: pool[0]?.blockNumber ?? 0n });
    expect(pool[0]?.at).toBe(timestamp);
    const hash = vault[0]?.transaction ?? "0x";
    const receipt = await world.chain.read.getTransactionReceipt({ hash });
    expect(receipt.blockNumber).toBe(vault[0]?.blockNumber);
    expect(receipt.logs.some(({ logIndex }) => logIndex === vault[0]?.logIndex)).toBe(true);
  });

  it("behavior: what was put in and taken out since, and its shares are what is still held", async () => {
    const account = accountOf("portfolio");
    const { vault } = await world.read("erc4626", "USDC", owner);
    const entered = await world.play(depositAtOnce(vault, tokenAmount(2_000_000_000n)), account);
    expect(entered.state.status).toBe("confirmed");
    const held = await world.read("erc4626", "USDC", owner);
    const left = await world.play(redeemAtOnce(held.vault, held.position, tokenAmount(500_000_000n)), account);
    expect(left.state.status).toBe("confirmed");
    const flows = (await flowsOf()).vault;
    expect(flows.map(({ kind }) => kind)).toEqual(["deposit", "deposit", "withdrawal"]);
    const sum = flows.reduce((all, { kind, shares }) => all + (kind === "deposit" ? 1n : -1n) * (shares ?? 0n), 0n);
    expect(sum).toBe((await world.read("erc4626", "USDC", owner)).position.shares);
  });

  it("error: a node without logs is told, by entry", async () => {
    const client = { ...world.source.client, request: () => Promise.reject(new TypeError("no")) } as never;
    const newest = await world.chain.read.getBlockNumber();
    const outcomes = await readListedFlows({ ...world.source, client }, owner, newest);
    expect(outcomes.map(({ ok }) => ok)).toEqual([false, false]);
  });
});

import type { Page } from "@playwright/test";
import type { Chain } from "../fixtures/Chain";
import { expect, test } from "../fixtures/test";
import { vaultOf } from "../fixtures/vaultState";
import { Frame } from "../pages/Frame";

type Counts = Record<string, number>;

/** Counts what the page asks the RPC node, by method; a batch counts as what is in it. */
function countRequests(page: Page, rpcUrl: string) {
  const { origin } = new URL(rpcUrl);
  let counts: Counts = {};
  page.on("request", (request) => {
    if (request.method() !== "POST" || new URL(request.url()).origin !== origin) return;
    const body = request.postDataJSON() as { method: string } | { method: string }[];
    for (const { method } of [body].flat()) counts[method] = (counts[method] ?? 0) + 1;
  });
  return {
    /** What was asked since the last time, but for the question whether there is a new block. */
    take: () => {
      const { eth_blockNumber: _polls, ...asked } = counts;
      counts = {};
      return asked;
    },
    reads: () => counts.eth_call ?? 0,
    polls: () => counts.eth_blockNumber ?? 0,
  };
}

type Counter = ReturnType<typeof countRequests>;

/**
 * What the page asks until it has from now on asked twice for a new block and found none: by then it has read what it wanted. Polls of
 * before do not count: while a wallet connects on a slow machine there are some, and its reads come after them.
 */
async function requestsUntilQuiet(counter: Counter) {
  const before = counter.polls();
  await expect.poll(() => counter.polls() - before).toBeGreaterThan(1);
  return counter.take();
}

/** What the page asks for two new blocks. */
async function requestsOfTwoBlocks(counter: Counter, chain: Chain) {
  for (const blocks of [1, 2]) {
    await chain.mine();
    await expect.poll(() => counter.reads()).toBe(blocks);
  }
  return requestsUntilQuiet(counter);
}

/** The two entries of other protocols on the local chain have requests of their own, once a minute: for nobody, and for an account. */
const ENTRIES = { forNobody: 6, forAccount: 13 } as const;
/**
 * A season of the feeds' hourly rounds is searched by halving, once a day: what is newest, and each step of a few thousand rounds of two feeds. Two steps
 * more or less of each, by where the hour falls among them.
 */
const HALVINGS = [12, 13, 14, 15, 16, 17, 18] as const;
/**
 * What an account has at the clearinghouse itself, and what came and went in its epochs: events of its own, then what they lead to. Once a minute.
 */
const OWN_ACCOUNT = { eth_call: 4, eth_getLogs: 6 } as const;
const PATHS = ["/vaults", "vault", "/choose", "/portfolio"] as const;

for (const path of PATHS) {
  test(`${path}: one multicall a view and a block, event history apart`, async ({ page, chain, devnet, wallet }) => {
    const { deployment } = devnet;
    const vault = vaultOf(deployment, "ironCondor");
    const counter = countRequests(page, deployment.rpcUrl);
    await page.goto(path === "vault" ? `/vaults/${vault.chainId}/${vault.address}` : path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    const view = await requestsUntilQuiet(counter);
    const blocks = await requestsOfTwoBlocks(counter, chain);
    await wallet.switchAccount(2);
    await new Frame(page).connect(wallet.address);
    const connecting = await requestsUntilQuiet(counter);
    const connected = await requestsOfTwoBlocks(counter, chain);
    console.log(`${path}: ${JSON.stringify({ view, blocks, connecting, connected })}`);
    // The server has read the page already; the browser reads once more only if a block came between.
    const entries = path === "/vaults" ? ENTRIES.forNobody : 0;
    expect([entries, entries + 1]).toContain(view.eth_call ?? 0);
    expect(blocks).toEqual({ eth_call: 2 });
    // The contracts' code is looked at once in ten minutes, as soon as something could be signed: a vault's page did so before.
    if (path === "/portfolio") {
      const { eth_call: calls = 0, ...others } = connecting;
      expect(others).toEqual({ eth_getLogs: OWN_ACCOUNT.eth_getLogs });
      expect(HALVINGS).toContain(calls - 2 - ENTRIES.forAccount - OWN_ACCOUNT.eth_call);
    } else expect(connecting).toEqual({ eth_call: 1 + (path === "/vaults" ? ENTRIES.forAccount : 0) });
    expect(connected).toEqual({ eth_call: 2 });
  });
}

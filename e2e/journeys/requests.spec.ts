import type { Page } from "@playwright/test";
import { decodeFunctionData, type Hex, isAddressEqual, parseAbi, toFunctionSelector } from "viem";
import type { Chain } from "../fixtures/Chain";
import { expect, test } from "../fixtures/test";
import { vaultOf } from "../fixtures/vaultState";
import { Frame } from "../pages/Frame";

type Counts = Record<string, number>;
type Asked = { readonly method: string; readonly params?: readonly unknown[] };

/** Of a feed's round by its number: a step in the search for what a price was at a time. */
const ROUND = toFunctionSelector("getRoundData(uint80)");
const AGGREGATE = parseAbi([
  "function aggregate3((address target, bool allowFailure, bytes callData)[] calls) payable returns ((bool success, bytes returnData)[])",
]);

/** What a call asks contracts, whatever it is bundled with: not the multicall its own block, nor a feed its rounds of the past. */
function questionsOf({ method, params = [] }: Asked): readonly string[] {
  const [call] = params as readonly { readonly to?: Hex; readonly data?: Hex }[];
  if (method !== "eth_call" || call?.to === undefined || call.data === undefined) return [];
  if (!call.data.startsWith(toFunctionSelector(AGGREGATE[0]))) return [`${call.to} ${call.data}`];
  const { to } = call;
  const [calls] = decodeFunctionData({ abi: AGGREGATE, data: call.data }).args;
  return calls
    .filter(({ target, callData }) => !isAddressEqual(target, to) && !callData.startsWith(ROUND))
    .map(({ target, callData }) => `${target} ${callData}`);
}

/** Counts what the page asks the RPC node, by method; a batch counts as what is in it. */
function countRequests(page: Page, rpcUrl: string) {
  const { origin } = new URL(rpcUrl);
  let counts: Counts = {};
  let questions = new Set<string>();
  page.on("request", (request) => {
    if (request.method() !== "POST" || new URL(request.url()).origin !== origin) return;
    const body = request.postDataJSON() as Asked | Asked[];
    for (const asked of [body].flat()) {
      counts[asked.method] = (counts[asked.method] ?? 0) + 1;
      for (const question of questionsOf(asked)) questions.add(question);
    }
  });
  return {
    /** What was asked since the last time, but for the question whether there is a new block. */
    take: () => {
      const { eth_blockNumber: _polls, ...asked } = counts;
      counts = {};
      return asked;
    },
    /** How many different things were asked of contracts since the last time. */
    takeQuestions: () => {
      const { size } = questions;
      questions = new Set();
      return size;
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
/** A season of the feeds' hourly rounds is searched by halving, once a day: what is newest, and each step of a few thousand rounds. */
const HALVINGS = 14;
/**
 * What an account has at the clearinghouse itself, and what came and went in its epochs: events of its own, then what they lead to. Once a minute.
 */
const OWN_ACCOUNT = { eth_call: 4, eth_getLogs: 6 } as const;
/** On the portfolio these and two searches, of days and of what came and went, go on side by side: reads that meet in one turn are one request. */
const PORTFOLIO = { questions: 213, most: 2 + ENTRIES.forAccount + OWN_ACCOUNT.eth_call + 2 * HALVINGS };
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
    counter.takeQuestions();
    await wallet.switchAccount(2);
    await new Frame(page).connect(wallet.address);
    const connecting = await requestsUntilQuiet(counter);
    const questions = counter.takeQuestions();
    const connected = await requestsOfTwoBlocks(counter, chain);
    console.log(`${path}: ${JSON.stringify({ view, blocks, connecting, questions, connected })}`);
    // The server has read the page already; the browser reads once more only if a block came between.
    const entries = path === "/vaults" ? ENTRIES.forNobody : 0;
    expect([entries, entries + 1]).toContain(view.eth_call ?? 0);
    expect(blocks).toEqual({ eth_call: 2 });
    // The contracts' code is looked at once in ten minutes, as soon as something could be signed: a vault's page did so before.
    if (path === "/portfolio") {
      const { eth_call: calls = 0, ...others } = connecting;
      expect(others).toEqual({ eth_getLogs: OWN_ACCOUNT.eth_getLogs });
      expect(questions).toBe(PORTFOLIO.questions);
      expect(calls).toBeLessThanOrEqual(PORTFOLIO.most);
    } else expect(connecting).toEqual({ eth_call: 1 + (path === "/vaults" ? ENTRIES.forAccount : 0) });
    expect(connected).toEqual({ eth_call: 2 });
  });
}

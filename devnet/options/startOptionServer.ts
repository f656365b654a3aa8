import type { IncomingMessage } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { LocalChain } from "../chain/LocalChain";
import type { MarketContracts } from "../DevnetDeployment";
import { type HttpAnswer, startLoopbackServer } from "../http/loopbackServer";
import { type MarketReading, readMarket } from "../prices/liveMarket";
import type { Coin } from "../prices/MarketLaw";
import { answerMethod, type MethodAnswer } from "./answerMethod";
import type { MarketFault } from "./MarketFault";
import { type OptionBook, optionBook } from "./optionBook";

/** The option market over HTTP, and the switch for what is wrong with it. */
export type OptionServer = {
  readonly url: string;
  readonly setFault: (fault: MarketFault) => void;
  readonly stop: () => Promise<void>;
};

const PATH = "/api/v2/public/";
/** A book of this age, by chain time, is good enough for another answer. */
const BOOK_SECONDS = 3;
const STALE_SECONDS = 3_600;
/** Longer than any client waits. */
const SLOW_MS = 30_000;
const MICROSECONDS = 1_000_000;

/**
 * Serves both coins' options in the shape of Deribit's public API v2. All of it is of the chain's newest block: prices and
 * variances are read there for every request, and every time in it is the chain's, so that a jump of time is seen at once.
 */
export async function startOptionServer(chain: LocalChain, contracts: MarketContracts): Promise<OptionServer> {
  let fault: MarketFault = "none";
  const books = new Map<Coin, { readonly book: OptionBook; readonly updatedAt: bigint }>();

  function bookOf(coin: Coin, { state, updatedAt, now }: MarketReading): OptionBook {
    const kept = books.get(coin);
    const age = Number(now) - (kept?.book.now ?? 0);
    const isSame = kept?.updatedAt === updatedAt && kept.book.indexPrice === state[coin].price;
    if (kept !== undefined && isSame && age >= 0 && age < BOOK_SECONDS) return kept.book;
    const book = optionBook(coin, state[coin], Number(now));
    books.set(coin, { book, updatedAt });
    return book;
  }

  async function respond(request: IncomingMessage): Promise<HttpAnswer | null> {
    const began = performance.now();
    const url = new URL(request.url ?? "/", "http://127.0.0.1");
    if (fault === "down") return null;
    if (fault === "slow") await sleep(SLOW_MS, undefined, { ref: false });
    if (fault === "garbage") return { status: 200, body: "<html><body>Bad gateway</body></html>" };
    const reading = await readMarket(chain, contracts);
    const isKnown = request.method === "GET" && url.pathname.startsWith(PATH);
    const answer = answerMethod({
      method: isKnown ? url.pathname.slice(PATH.length) : "",
      parameters: url.searchParams,
      bookOf: (coin) => withFault(bookOf(coin, reading), fault),
    });
    const usIn = Number(reading.now) * MICROSECONDS;
    return enveloped(answer, { usIn, usDiff: Math.round((performance.now() - began) * 1_000) });
  }

  const server = await startLoopbackServer(respond);
  const setFault = (next: MarketFault) => {
    fault = next;
  };
  return { ...server, setFault };
}

function withFault(book: OptionBook, fault: MarketFault): OptionBook {
  if (fault === "stale") return { ...book, now: book.now - STALE_SECONDS };
  if (fault !== "crossed") return book;
  return { ...book, lines: book.lines.map((line) => ({ ...line, bid: line.ask, ask: line.bid })) };
}

type Timing = { readonly usIn: number; readonly usDiff: number };

/** The JSON-RPC envelope. Times in microseconds, of the chain's clock. */
function enveloped(answer: MethodAnswer, { usIn, usDiff }: Timing): HttpAnswer {
  const timing = { usIn, usOut: usIn + usDiff, usDiff, testnet: true };
  if (answer.ok) return { status: 200, body: { jsonrpc: "2.0", result: answer.result, ...timing } };
  return { status: answer.status, body: { jsonrpc: "2.0", error: answer.error, ...timing } };
}

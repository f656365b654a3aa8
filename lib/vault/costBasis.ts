import { mulDiv, powerOfTen, scaledToNumber } from "@/lib/units/rounding";
import { type TokenAmount, tokenAmount } from "@/lib/units/TokenAmount";
import { WAD, type Wad, wad } from "@/lib/units/Wad";
import type { ActivityEvent } from "./ActivityEvent";
import { addCost, type CostPool, NO_COST, takeCost } from "./CostPool";
import { type CashFlow, cashFlows, type FlowPrices, isFlow } from "./cashFlows";
import type { RequestLife } from "./RequestLife";
import { requestLives } from "./requestLives";

/** What went in and out of a vault, what is still there at its average cost, and what leaving has brought. */
export type CostBasis = {
  readonly flows: readonly CashFlow[];
  readonly inAssets: TokenAmount;
  readonly outAssets: TokenAmount;
  readonly inUsd: number;
  readonly outUsd: number;
  /** Of everything that is still there: shares, requests and claims. */
  readonly costAssets: TokenAmount;
  readonly costUsd: number;
  /** What went out less its average cost; dollars at the time of each flow. */
  readonly realisedAssets: bigint;
  readonly realisedUsd: number;
  /** Average cost of one share that is still held, in whole assets and in dollars; null without shares. */
  readonly shareCost: { readonly assets: Wad; readonly usd: number } | null;
};

/** Where cost lies: waiting to join, ready to be taken back, in shares, and of shares that were redeemed and not claimed. */
type Pools = {
  readonly joining: CostPool;
  readonly refundable: CostPool;
  readonly held: CostPool;
  readonly leaving: CostPool;
};

type Books = Pools & { readonly realisedAssets: bigint; readonly realisedUsd: number };

const SHARE_DECIMALS = 18;

const EMPTY: Books = {
  joining: NO_COST,
  refundable: NO_COST,
  held: NO_COST,
  leaving: NO_COST,
  realisedAssets: 0n,
  realisedUsd: 0,
};

/**
 * Average cost of what an address has in a vault, in the asset to the unit and in dollars at each flow's time. Cost is moved and
 * never made: in = cost of what is there + cost of what went out. A transfer of shares is a flow at the share price then, and
 * so neither gain nor loss by itself.
 */
export function costBasis(events: readonly ActivityEvent[], prices: FlowPrices): CostBasis {
  const flows = cashFlows(events, prices);
  const { lives } = requestLives(events, prices.assetDecimals);
  let next = 0;
  let books = EMPTY;
  for (const event of events) {
    const flow = isFlow(event) ? flows[next++] : undefined;
    books = flow === undefined ? moved(books, event, lives) : crossed(books, flow);
  }
  const { joining, refundable, held, leaving, realisedAssets, realisedUsd } = books;
  const cost = [joining, refundable, held, leaving].reduce(addCost, NO_COST);
  const [flowedIn, flowedOut] = [flows.filter(({ isIn }) => isIn), flows.filter(({ isIn }) => !isIn)];
  return {
    flows,
    inAssets: sumOfAssets(flowedIn),
    outAssets: sumOfAssets(flowedOut),
    inUsd: sumOfUsd(flowedIn),
    outUsd: sumOfUsd(flowedOut),
    costAssets: tokenAmount(cost.assets),
    costUsd: cost.usd,
    realisedAssets,
    realisedUsd,
    shareCost: shareCostOf(held, prices.assetDecimals),
  };
}

/** Value came in at its cost, or went out and takes its average cost with it. */
function crossed(books: Books, flow: CashFlow): Books {
  const { assets, usd } = flow;
  switch (flow.kind) {
    case "deposit":
      return { ...books, joining: addCost(books.joining, { amount: assets, assets, usd }) };
    case "sharesReceived":
      return { ...books, held: addCost(books.held, { amount: flow.shares ?? 0n, assets, usd }) };
    case "returned":
      return relieved(books, "refundable", { flow, amount: assets });
    case "withdrawal":
      return relieved(books, "leaving", { flow, amount: flow.shares ?? 0n });
    case "sharesSent":
      return relieved(books, "held", { flow, amount: flow.shares ?? 0n });
  }
}

function relieved(
  books: Books,
  pool: keyof Pools,
  { flow, amount }: { readonly flow: CashFlow; readonly amount: bigint },
): Books {
  const { taken, left } = takeCost(books[pool], amount);
  return {
    ...books,
    [pool]: left,
    realisedAssets: books.realisedAssets + flow.assets - taken.assets,
    realisedUsd: books.realisedUsd + flow.usd - taken.usd,
  };
}

/** Inside of the vault: what was pending is in shares or refundable now, what was redeemed waits to be claimed. */
function moved(books: Books, event: ActivityEvent, lives: readonly RequestLife[]): Books {
  if (event.kind === "depositCancelled") {
    return { ...books, joining: NO_COST, refundable: addCost(books.refundable, books.joining) };
  }
  if (event.kind !== "executed") return books;
  const executed = lives.filter(({ execution }) => execution?.transaction === event.transaction);
  const deposits = executed.filter(({ kind }) => kind === "deposit");
  const joined = takeCost(books.joining, sumOf(deposits, "executed"));
  const redeemed = takeCost(
    books.held,
    sumOf(
      executed.filter(({ kind }) => kind === "redeem"),
      "executed",
    ),
  );
  const isNone = deposits.length === 0;
  return {
    ...books,
    joining: isNone ? books.joining : NO_COST,
    refundable: isNone ? books.refundable : addCost(books.refundable, joined.left),
    held: isNone ? redeemed.left : addCost(redeemed.left, { ...joined.taken, amount: sumOf(deposits, "received") }),
    leaving: addCost(books.leaving, redeemed.taken),
  };
}

function sumOf(lives: readonly RequestLife[], field: "executed" | "received"): bigint {
  return lives.reduce((sum, { execution }) => sum + (execution?.[field] ?? 0n), 0n);
}

function shareCostOf(held: CostPool, assetDecimals: number): CostBasis["shareCost"] {
  if (held.amount === 0n) return null;
  const scaled = held.assets * powerOfTen(SHARE_DECIMALS - assetDecimals);
  const assets = wad(mulDiv({ a: scaled, b: WAD, denominator: held.amount }, "down"));
  return { assets, usd: held.usd / scaledToNumber(held.amount, SHARE_DECIMALS) };
}

function sumOfAssets(flows: readonly CashFlow[]): TokenAmount {
  return tokenAmount(flows.reduce((sum, { assets }) => sum + assets, 0n));
}

function sumOfUsd(flows: readonly CashFlow[]): number {
  return flows.reduce((sum, { usd }) => sum + usd, 0);
}

import { type Shares, shares } from "@/lib/units/Shares";
import { type TokenAmount, tokenToNumber } from "@/lib/units/TokenAmount";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import { WAD, type Wad } from "@/lib/units/Wad";
import type { ActivityEvent, EventPlace } from "./ActivityEvent";
import { toAssetsDown } from "./sharePrice";
import type { Address } from "./Token";

/** Value that crossed the border of what an address has in a vault: its wallet's shares and its requests. */
export type CashFlow = EventPlace & {
  readonly kind: "deposit" | "withdrawal" | "returned" | "sharesReceived" | "sharesSent";
  readonly isIn: boolean;
  /** In the vault's asset; shares that moved count at the share price of the last execution before. */
  readonly assets: TokenAmount;
  /** Shares that moved or were redeemed; null where it was assets alone. */
  readonly shares: Shares | null;
  /** At which moved shares were counted; null where none moved. */
  readonly sharePrice: Wad | null;
  /** Who sent the shares or got them; null where none moved. */
  readonly other: Address | null;
  /** Dollars per whole asset at that time; NaN where nobody knows. */
  readonly assetUsd: number;
  readonly usd: number;
};

/** What values the flows: decimals of the vault's asset, and its price at a time in the past (NaN where it is not known). */
export type FlowPrices = {
  readonly assetDecimals: number;
  readonly usdAt: (at: UnixSeconds) => number;
};

/**
 * All cash flows, oldest first. A deposit counts when it is asked for, a withdrawal when it is claimed. Fees are no flow: the share price
 * holds them.
 */
export function cashFlows(events: readonly ActivityEvent[], prices: FlowPrices): readonly CashFlow[] {
  let price = WAD;
  return events.flatMap((event) => {
    if (event.kind === "executed") price = event.price;
    return flowOf(event, price, prices) ?? [];
  });
}

/** When something crossed the border, ascending, each time once: what prices are asked for. */
export function flowTimes(events: readonly ActivityEvent[]): readonly UnixSeconds[] {
  return [...new Set(events.filter(isFlow).map(({ at }) => at))].toSorted((a, b) => Number(a - b));
}

const FLOWS: ReadonlySet<ActivityEvent["kind"]> = new Set([
  "depositRequested",
  "assetsReturned",
  "assetsClaimed",
  "sharesReceived",
  "sharesSent",
]);

/** Does the event move value over the border of what the address has in the vault? */
export function isFlow({ kind }: ActivityEvent): boolean {
  return FLOWS.has(kind);
}

/** The flow that an event is, with shares at this price; null for one that moves nothing over the border. */
function flowOf(event: ActivityEvent, price: Wad, prices: FlowPrices): CashFlow | null {
  switch (event.kind) {
    case "depositRequested":
      return assetFlow(event, { kind: "deposit", isIn: true, assets: event.assets, shares: null }, prices);
    case "assetsReturned":
      return assetFlow(event, { kind: "returned", isIn: false, assets: event.assets, shares: null }, prices);
    case "assetsClaimed":
      return assetFlow(event, { kind: "withdrawal", isIn: false, assets: event.assets, shares: event.shares }, prices);
    case "sharesReceived":
    case "sharesSent": {
      const { kind, other } = event;
      const moved = shares(event.shares);
      const assets = toAssetsDown(moved, price, prices.assetDecimals);
      const flow = { kind, isIn: kind === "sharesReceived", assets, shares: moved } as const;
      return { ...assetFlow(event, flow, prices), sharePrice: price, other };
    }
    default:
      return null;
  }
}

type Moved = Pick<CashFlow, "kind" | "isIn" | "assets" | "shares">;

function assetFlow({ at, transaction }: EventPlace, moved: Moved, { assetDecimals, usdAt }: FlowPrices): CashFlow {
  const assetUsd = usdAt(at);
  const usd = tokenToNumber(moved.assets, assetDecimals) * assetUsd;
  return { at, transaction, ...moved, sharePrice: null, other: null, assetUsd, usd };
}

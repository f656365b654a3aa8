import type { PinnedBlock } from "@/lib/chain/takeSnapshot";
import { type Price8, price8 } from "@/lib/units/Price8";
import { type UnixSeconds, unixSeconds } from "@/lib/units/UnixSeconds";
import type { Epoch } from "@/lib/vault/Epoch";
import type { Address } from "@/lib/vault/Token";
import type { Spot } from "@/lib/vault/Vault";
import type { VaultValues } from "./vaultReads";

const PRICE_DECIMALS = 8;

/** No feed counts finer; a `decimals` beyond is a garbled answer. */
const MOST_DECIMALS = 36;

/** What stands in for a feed without an answer, and which feed was asked. */
export type SpotOrigin = {
  /** The feed that the deployment names: the one whose round was read. */
  readonly feed: Address;
  readonly epoch: Pick<Epoch, "number" | "openedAt" | "spotAtOpen">;
  readonly block: Pick<PinnedBlock, "timestamp">;
};

/**
 * The feed's latest round → 8 decimals, rounded down. The same conditions as in SettlementOracle: positive, complete,
 * not empty. How old it may be is the oracle's bound; whether it is too old is the screen's to say, with the age.
 * A feed without a usable round, or one that the oracle no longer goes by, never takes a vault away: then it is the
 * price of the last opening, dated so that it is too old by the oracle's own bound, which closes deposits and nothing else.
 */
export function mapSpot(values: Pick<VaultValues, "round" | "feeds" | "feedDecimals">, origin: SpotOrigin): Spot {
  const { feed, maxAge } = values.feeds;
  const answer = feed.toLowerCase() === origin.feed.toLowerCase() ? latestAnswer(values) : null;
  return { ...(answer ?? priceOfOpening(origin, maxAge)), feed, maxAgeSeconds: maxAge };
}

/** A usable round: its price, and when it is from. */
export type Answer = { readonly price: Price8; readonly updatedAt: UnixSeconds };

/** The same conditions as in SettlementOracle: positive, complete, not empty; null for a round that meets them not. */
export function latestAnswer({ round, feedDecimals }: Pick<VaultValues, "round" | "feedDecimals">): Answer | null {
  if (round === null || feedDecimals === null || feedDecimals > MOST_DECIMALS) return null;
  const [roundId, answer, , updatedAt, answeredInRound] = round;
  if (answer <= 0n || updatedAt === 0n || answeredInRound < roundId) return null;
  return { price: price8(rescaled(answer, feedDecimals)), updatedAt: unixSeconds(updatedAt) };
}

function priceOfOpening({ epoch, block }: SpotOrigin, maxAgeSeconds: number): Answer {
  const latestStale = block.timestamp - BigInt(maxAgeSeconds) - 1n;
  const isOldEnough = epoch.number > 0 && epoch.openedAt < latestStale;
  return { price: epoch.spotAtOpen, updatedAt: unixSeconds(isOldEnough ? epoch.openedAt : latestStale) };
}

function rescaled(answer: bigint, decimals: number): bigint {
  if (decimals <= PRICE_DECIMALS) return answer * 10n ** BigInt(PRICE_DECIMALS - decimals);
  return answer / 10n ** BigInt(decimals - PRICE_DECIMALS);
}

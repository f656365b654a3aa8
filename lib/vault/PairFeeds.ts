import type { Price8 } from "@/lib/units/Price8";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import type { Address } from "./Token";

/** A feed's latest usable round; null when it answers none. */
export type FeedReading = {
  readonly feed: Address;
  readonly latest: { readonly price: Price8; readonly updatedAt: UnixSeconds } | null;
};

/** The price feeds of a pair, by which the settlement oracle goes for expiries fixed from now on. */
export type PairFeeds = {
  readonly underlying: Address;
  readonly quote: Address;
  /** As the deployment says: "ETH / USD". */
  readonly description: string;
  readonly first: FeedReading;
  /** Asked when the first proves no price; null when none is set. */
  readonly second: FeedReading | null;
  /** How long after an expiry a round still proves its price. */
  readonly maxDelaySeconds: number;
  /** Older than this a round is no spot price. */
  readonly maxAgeSeconds: number;
};

/** The coin of a pair in sentences: "ETH" of "ETH / USD". */
export function pairCoin({ description }: Pick<PairFeeds, "description">): string {
  return description.split("/")[0]?.trim() ?? description;
}

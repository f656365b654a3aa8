import { AddressText } from "@/components/ui/AddressText";
import type { Fact } from "@/components/ui/FactList";
import { formatSpot } from "@/lib/format/formatPrice";
import { formatAge, formatDuration } from "@/lib/format/formatTimeLeft";
import { price8ToNumber } from "@/lib/units/Price8";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import type { SharedControls, VaultControls } from "@/lib/vault/Controls";
import type { FeedReading, PairFeeds } from "@/lib/vault/PairFeeds";

/** The feeds of a pair with the age of their answers now, and how late a round may come. */
export function feedFacts(pair: PairFeeds, now: UnixSeconds): readonly Fact[] {
  const { first, second, maxAgeSeconds, maxDelaySeconds, description } = pair;
  return [
    { label: "First feed", ...readingFact(first, description, now) },
    second === null
      ? { label: "Second feed", value: "none", note: "when the first proves no price, the last one before is taken" }
      : { label: "Second feed", ...readingFact(second, description, now) },
    {
      label: "Bounds",
      value: `round within ${duration(maxDelaySeconds)} of the expiry`,
      note: `a spot price older than ${duration(maxAgeSeconds)} opens no epoch`,
    },
  ];
}

function readingFact({ feed, latest }: FeedReading, name: string, now: UnixSeconds): Pick<Fact, "value" | "note"> {
  const value = <AddressText name={name} address={feed} />;
  if (latest === null) return { value, note: "gives no usable answer now" };
  return { value, note: `${formatSpot(price8ToNumber(latest.price))}, answered ${formatAge(latest.updatedAt, now)}` };
}

/** How an expiry gets its price, the ways in their order; each opens only when the one before proves nothing. */
export function settlementWays(shared: SharedControls): readonly string[] {
  const second = duration(shared.secondFeedWaitSeconds);
  const last = duration(shared.lastRoundWaitSeconds);
  return [
    "From the expiry: the first feed’s first round at or after it, proven by the round before.",
    `From ${second} after: the same in the second feed, if the first has no such round.`,
    `From ${last} after: the latest sound round before the expiry of either feed; if neither answers at all, the one noted when the expiry was fixed. So a price always comes.`,
  ];
}

/** Which feeds the open epoch’s expiry is bound to, whatever is configured since. */
export function fixedFeedsText({ expiryFeeds }: VaultControls, pair: PairFeeds | undefined): string {
  if (expiryFeeds === null) return "No expiry is fixed for this vault yet.";
  const isCurrent = pair !== undefined && expiryFeeds.first.toLowerCase() === pair.first.feed.toLowerCase();
  return isCurrent
    ? `The epoch’s expiry is bound to these feeds, with rounds up to ${duration(expiryFeeds.maxDelaySeconds)} late; no change reaches it.`
    : "The epoch’s expiry is bound to the feeds of the day it was fixed, which are others than those now set; no change reaches it.";
}

function duration(seconds: number): string {
  return formatDuration(BigInt(seconds));
}

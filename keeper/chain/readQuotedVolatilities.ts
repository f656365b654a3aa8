import { price8ToNumber } from "@/lib/units/Price8";
import { nextExpiry } from "@/lib/vault/nextExpiry";
import type { Spot } from "@/lib/vault/Vault";
import type { QuotedVolatilities, VaultState } from "../plan/KeeperState";
import type { PinnedReads } from "./KeeperChain";
import type { OptionMarket } from "./OptionMarket";

/**
 * What the option market quotes for the expiry that the vault is about to open or is selling, at the money and at the
 * legs' strikes. Null without a market or a spot price, and while the vault is live, when nobody asks.
 */
export async function readQuotedVolatilities(
  { now }: Pick<PinnedReads, "now">,
  { epoch, nextTerms, underlying }: VaultState,
  market: { readonly optionMarket: OptionMarket | null; readonly spot: Spot | null },
): Promise<QuotedVolatilities | null> {
  const expiry = epoch.phase === "idle" ? nextExpiry(now, nextTerms) : epoch.expiry;
  if (market.optionMarket === null || market.spot === null || expiry === null || epoch.phase === "live") return null;
  const spot = price8ToNumber(market.spot.price);
  const legs = epoch.phase === "selling" ? epoch.legs : [];
  const strikes = [spot, ...legs.map(({ strike }) => price8ToNumber(strike))];
  const quoted = await market.optionMarket({ underlying: underlying.address, now, expiry, spot, strikes });
  const [atTheMoney, ...ofLegs] = quoted ?? [];
  return atTheMoney === undefined ? null : { atTheMoney, legs: ofLegs };
}

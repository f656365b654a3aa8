import type { Product } from "@/lib/products/Product";
import { profitAtExpiry } from "@/lib/products/value";
import { bpsToNumber } from "@/lib/units/Bps";
import { unixSeconds } from "@/lib/units/UnixSeconds";
import { wadToNumber } from "@/lib/units/Wad";
import type { Vault } from "@/lib/vault/Vault";
import { depositKind } from "@/lib/vault/vaultProduct";

/** What the price must do for a vault to earn. */
export type Outlook = "bullish" | "neutral" | "bearish" | "volatile";

/** A move beyond every strike that a policy usually allows. */
const MOVE = 0.3;

/**
 * The outlooks a vault suits, from its policy's legs at the middle of their bounds: what it earns after a fall, at rest
 * and after a rise. It does not change with the epoch.
 */
export function outlooks(vault: Pick<Vault, "legs" | "asset" | "underlying">): readonly Outlook[] {
  const product = typicalProduct(vault);
  const fall = profitAtExpiry(product, 1 - MOVE, "usd");
  const rest = profitAtExpiry(product, 1, "usd");
  const rise = profitAtExpiry(product, 1 + MOVE, "usd");
  const range = Math.max(fall, rest, rise) - Math.min(fall, rest, rise);
  const found: Outlook[] = [];
  if (rise - fall > range / 2 && fall <= rest) found.push("bullish");
  if (fall - rise > range / 2 && rise <= rest) found.push("bearish");
  if (rest >= fall && rest >= rise && range > 0) found.push("neutral");
  if (rest < fall && rest < rise) found.push("volatile");
  return found;
}

function typicalProduct(vault: Pick<Vault, "legs" | "asset" | "underlying">): Product {
  return {
    underlying: vault.underlying.symbol,
    deposit: depositKind(vault),
    expiry: unixSeconds(0n),
    legs: vault.legs.map(({ isPut, side, ratio, minMoneyness, maxMoneyness }) => ({
      isPut,
      side,
      strike: (bpsToNumber(minMoneyness) + bpsToNumber(maxMoneyness)) / 2,
      quantity: wadToNumber(ratio),
    })),
    cash: 1,
    premium: 0,
    entrySpot: 1,
  };
}

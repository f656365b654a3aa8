"use client";

import { useUnits } from "@/hooks/useUnits";
import { useVaults } from "@/hooks/useVaults";
import type { CountingCoin } from "@/lib/format/formatCoins";
import { price8ToNumber } from "@/lib/units/Price8";

/** Which coin are values counted in first, and at what price? Null: in dollars, by choice or because no vault has the coin's price. */
export function useCountingCoin(): CountingCoin | null {
  const { values } = useUnits().units;
  const vaults = useVaults().data;
  if (values === "usd") return null;
  const vault = vaults?.find(({ underlyingSymbol }) => underlyingSymbol === values);
  const spot = vault === undefined ? 0 : price8ToNumber(vault.spot.price);
  return spot > 0 ? { symbol: values, spot } : null;
}

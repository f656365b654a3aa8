import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import type { PriceHistory } from "./PriceHistory";
import type { Vault } from "./Vault";
import { depositKind } from "./vaultProduct";

/** Dollars per whole deposit asset at a time that was asked for; NaN where the feed told none, or nobody has told yet. */
export function usdAtOf(vault: Vault, prices: readonly PriceHistory[]): (at: UnixSeconds) => number {
  if (depositKind(vault) === "quote") return () => 1;
  const history = prices.find(({ coin }) => coin === vault.underlyingSymbol);
  const closes = new Map(history?.days.map((day, index) => [day, history.closes[index] ?? Number.NaN]));
  return (at) => closes.get(Number(at)) ?? Number.NaN;
}

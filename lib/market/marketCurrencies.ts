import type { Deployment } from "@/lib/config/Deployment";
import { marketCurrency } from "./marketCurrency";

/** The coins whose market this deployment may ask for: those of its vaults' and feeds' underlyings, each once. */
export function marketCurrencies({ vaults, feeds, tokens }: Deployment): readonly string[] {
  const underlyings = new Set([...vaults, ...feeds].map(({ underlying }) => underlying.toLowerCase()));
  const symbols = tokens.filter(({ address }) => underlyings.has(address.toLowerCase())).map(({ symbol }) => symbol);
  return [...new Set(symbols.flatMap((symbol) => marketCurrency(symbol) ?? []))];
}

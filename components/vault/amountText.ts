import { fixedText } from "@/lib/format/numberText";
import type { VaultFigures } from "./VaultFigures";

const CENTS = 2;
const COIN_DIGITS = 4;
const WHOLE_FROM = 10_000;

/** A display amount in the deposit asset: `10,000 USDC`, `2.8528 WETH`. Never an amount that is signed. */
export function amountText(assets: number, { asset, quote }: VaultFigures["vault"]): string {
  const isQuote = asset.address.toLowerCase() === quote.address.toLowerCase();
  const decimals = assets >= WHOLE_FROM ? 0 : isQuote ? CENTS : COIN_DIGITS;
  return `${fixedText(assets, decimals)} ${asset.symbol}`;
}

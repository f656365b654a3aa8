import { formatUsd } from "@/lib/format/formatUsd";
import { parseTokenAmount } from "@/lib/units/parseTokenAmount";
import { tokenAmount, tokenToNumber } from "@/lib/units/TokenAmount";
import type { Position } from "@/lib/vault/Position";
import { positionValue } from "@/lib/vault/positionValue";
import { amountText } from "./amountText";
import type { VaultFigures } from "./VaultFigures";

/** The amount that costs are told for, in whole deposit assets, and whose it is. */
export type ReaderSize = { readonly assets: number; readonly source: "typed" | "position" | "usual" };

/** Dollars that stand in for a reader of whom nothing is known. */
const USUAL_USD = 10_000;

type Reader = { readonly typed: string; readonly position: Position | null };

/** What was typed, else what the reader has in the vault or on the way into it, else ten thousand dollars' worth. */
export function readerSize(
  { vault, assetUsd }: Pick<VaultFigures, "vault" | "assetUsd">,
  { typed, position }: Reader,
): ReaderSize {
  const { decimals } = vault.asset;
  const amount = parseTokenAmount(typed, decimals);
  if (amount.ok) return { assets: tokenToNumber(amount.amount, decimals), source: "typed" };
  const value = position && positionValue(position, vault);
  const held = tokenAmount(value ? value.assetsAtRisk + value.pendingAssets : 0n);
  if (held > 0n) return { assets: tokenToNumber(held, decimals), source: "position" };
  return { assets: assetUsd > 0 ? USUAL_USD / assetUsd : USUAL_USD, source: "usual" };
}

/** For whose amount costs are told. A quote counts as one dollar: its dollars need no second telling. */
export function sizeText(
  { assets, source }: ReaderSize,
  { vault, product }: Pick<VaultFigures, "vault" | "product">,
): string {
  const amount = amountText(assets, vault);
  if (source === "typed") return `For the ${amount} you typed`;
  if (source === "position") return `For your ${amount}`;
  return product.deposit === "quote" ? `For ${amount}` : `For ${amount}, about ${formatUsd(USUAL_USD, 0)}`;
}

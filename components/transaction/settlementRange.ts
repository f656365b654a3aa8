import { formatToken } from "@/lib/format/formatToken";
import { profitBounds } from "@/lib/products/profitBounds";
import { type Shares, sharesToNumber } from "@/lib/units/Shares";
import { tokenAmount } from "@/lib/units/TokenAmount";
import type { Vault } from "@/lib/vault/Vault";
import { vaultProduct } from "@/lib/vault/vaultProduct";

/** Least and most that shares can be worth at this epoch's end, in the deposit asset and before fees; null where no epoch or no amount says. */
export function settlementRange(
  vault: Vault,
  asked: Shares | null,
): { readonly least: string; readonly most: string } | null {
  const result = vaultProduct(vault);
  if (asked === null || !result.ok || result.basis === "offered") return null;
  const { largestGain, largestLoss } = profitBounds(result.product, "depositAsset");
  if (!Number.isFinite(largestGain.profit)) return null;
  const units = sharesToNumber(asked) * result.unitsPerShare;
  const text = (profit: number) => amountText(units * (result.product.cash + profit), vault);
  return { least: text(Math.max(-result.product.cash, largestLoss.profit)), most: text(largestGain.profit) };
}

/** A figure of analytics in the asset; it is shown, never signed. */
function amountText(amount: number, { asset }: Vault): string {
  const scaled = (BigInt(Math.round(amount * 1e6)) * 10n ** BigInt(asset.decimals)) / 1_000_000n;
  return formatToken(tokenAmount(scaled), asset);
}

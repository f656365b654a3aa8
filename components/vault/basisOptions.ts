import type { Option } from "@/components/ui/Option";
import { fixedText } from "@/lib/format/numberText";
import { sharesToNumber } from "@/lib/units/Shares";
import { tokenToNumber } from "@/lib/units/TokenAmount";
import type { Position } from "@/lib/vault/Position";
import { positionValue } from "@/lib/vault/positionValue";
import type { VaultFigures } from "./VaultFigures";

/** For how much the payoff is told: a round amount, what the reader has at risk, or everything. */
export type Basis = "round" | "yours" | "vault";

type Sized = Pick<VaultFigures, "vault" | "product" | "unitsPerShare">;

/** Round amounts: dollars are told by ten thousand, coins one by one. */
const ROUND = { quote: 10_000, underlying: 1 } as const;

/** The round amount in words: `10,000 USDC`, `1 WETH`. */
export function roundText({ vault, product }: Pick<Sized, "vault" | "product">): string {
  return `${fixedText(ROUND[product.deposit], 0)} ${vault.asset.symbol}`;
}

/** The bases that there are; `yours` only with shares at risk. */
export function basisOptions(figures: Sized, position: Position | null): readonly Option<Basis>[] {
  const options: Option<Basis>[] = [{ value: "round", label: `Per ${roundText(figures)}` }];
  const yours = position && positionValue(position, figures.vault);
  if (yours && yours.sharesAtRisk > 0n) {
    const { asset } = figures.vault;
    const decimals = figures.product.deposit === "quote" ? 0 : 2;
    const scale = 10 ** decimals;
    const held = Math.floor(tokenToNumber(yours.assetsAtRisk, asset.decimals) * scale) / scale;
    options.push({ value: "yours", label: `Your ${fixedText(held, decimals)} ${asset.symbol}` });
  }
  options.push({ value: "vault", label: "Whole vault" });
  return options;
}

/** Units of the product that a basis stands for: deposit assets at the opening of the epoch. */
export function basisUnits(figures: Sized, basis: Basis, position: Position | null): number {
  const { vault, product, unitsPerShare } = figures;
  if (basis === "yours" && position) {
    return sharesToNumber(positionValue(position, vault).sharesAtRisk) * unitsPerShare;
  }
  if (basis === "vault") {
    const assets = vault.epoch.phase === "idle" ? vault.totalAssets : vault.epoch.assetsAtOpen;
    return tokenToNumber(assets, vault.asset.decimals);
  }
  return ROUND[product.deposit];
}

import type { WhatIfBase } from "@/components/portfolio/useWhatIfBase";
import { isSameVault, vaultPartId } from "@/lib/risk/vaultPartId";
import type { Intent } from "@/lib/transaction/Intent";
import { sharesToNumber } from "@/lib/units/Shares";
import { tokenToNumber } from "@/lib/units/TokenAmount";
import type { Address } from "@/lib/vault/Token";

/** A plan that puts something into vaults or takes something out: what limits are about. */
export type JudgedIntent = Extract<Intent, { readonly kind: "deposit" | "redeem" }>;

/** Is the intent one that limits are about? Claims and cancellations move what has been decided before. */
export function isJudged(intent: Intent): intent is JudgedIntent {
  return intent.kind === "deposit" || intent.kind === "redeem";
}

/** An amount of a vault more, or less below 0, and the vault's place among the priced ones. */
export type PlanAmount = { readonly place: number; readonly dollars: number };

/** A plan, and the chain that it is for. */
export type PlanOnChain = { readonly intent: JudgedIntent; readonly chainId: number };

/** What a plan does to a portfolio, in dollars at today's values; null where one of its vaults has no price now. */
export function planAmounts(
  { intent, chainId }: PlanOnChain,
  { priced, inputs }: Pick<WhatIfBase, "priced" | "inputs">,
): readonly PlanAmount[] | null {
  const placeOf = (address: Address) => priced.findIndex(({ vault }) => isSameVault(vault, { chainId, address }));
  const amounts =
    intent.kind === "deposit"
      ? intent.parts.map(({ vault, assets }) => {
          const place = placeOf(vault.address);
          const unitUsd = priced[place]?.unit.assetUsd ?? Number.NaN;
          return { place, dollars: tokenToNumber(assets, intent.asset.decimals) * unitUsd };
        })
      : intent.parts.map(({ vault, shares }) => {
          const place = placeOf(vault.address);
          const held = inputs.portfolio.holdings.find((one) => vaultPartId(one.vault) === priced[place]?.id);
          const part = held ? sharesToNumber(shares) / sharesToNumber(held.value.sharesAtRisk) : Number.NaN;
          return { place, dollars: -part * (priced[place]?.heldUsd ?? Number.NaN) };
        });
  return amounts.every(({ dollars }) => Number.isFinite(dollars)) ? amounts : null;
}

import { vaultTitle } from "@/components/vault/vaultTitle";
import { formatRiskUsd, formatUsd } from "@/lib/format/formatUsd";
import { joinedNames } from "@/lib/format/joinedNames";
import { grouped } from "@/lib/format/numberText";
import type { BestHedge, Hedge, HedgeCandidate } from "@/lib/risk/bestHedge";
import { bpsToNumber } from "@/lib/units/Bps";
import { tokenToNumber } from "@/lib/units/TokenAmount";
import { SECONDS_PER_YEAR, type UnixSeconds } from "@/lib/units/UnixSeconds";
import { depositCapacity } from "@/lib/vault/depositCapacity";
import { epochSchedule } from "@/lib/vault/epochSchedule";
import type { Vault } from "@/lib/vault/Vault";
import { WHAT_IF_SCENARIOS } from "./useUnitChanges";
import type { WhatIfBase } from "./useWhatIfBase";

/** What is in the cost of a dollar, and what is not. */
export const COST_WORDS =
  "Cost: the management fee until the deposit can first leave again. Not in it: network fees, a performance fee on profit, and what the next sale of options brings.";

/** The vaults that take deposits, with what one dollar in each did in every scenario. `perDollar` is in the order of `base.priced`. */
export function hedgeCandidates(
  { priced, inputs }: Pick<WhatIfBase, "priced" | "inputs">,
  perDollar: readonly Float64Array[],
): readonly HedgeCandidate[] {
  const { now } = inputs.portfolio;
  return priced.flatMap(({ vault, id, unit }, index) => {
    const changePerDollar = perDollar[index];
    const { room } = depositCapacity(vault);
    const mostDollars = tokenToNumber(room, vault.asset.decimals) * unit.assetUsd;
    if (changePerDollar === undefined || vault.isDepositPaused || mostDollars <= 0) return [];
    return [{ id, changePerDollar, costPerDollar: costPerDollar(vault, now), mostDollars }];
  });
}

/** The management fee from now to the first exit, as a share. */
function costPerDollar(vault: Vault, now: UnixSeconds): number {
  const { at } = epochSchedule(vault, now).firstExitAt;
  const years = Math.max(0, Number(at - now) / SECONDS_PER_YEAR);
  return bpsToNumber(vault.terms.managementFee) * years;
}

/** Names by the ids of vaults. */
type NameOf = (id: string) => string;

/** The proposal in words, or that there is none. Never what somebody should do. */
export function hedgeSentence(found: BestHedge, asked: { readonly budget: number; readonly nameOf: NameOf }): string {
  const { budget, nameOf } = asked;
  if (!found.ok) {
    const shortfall = formatRiskUsd(-found.before);
    return `No deposit of up to ${formatUsd(budget, 0)} into any of the vaults that take one, or into two of them, makes the expected shortfall smaller. It stays at ${shortfall}.`;
  }
  const { hedge } = found;
  const scenarios = grouped(String(WHAT_IF_SCENARIOS));
  return `${partsText(hedge, nameOf)} ${hedge.parts.length > 1 ? "make" : "makes"} it smallest: from ${formatRiskUsd(-hedge.before)} to ${formatRiskUsd(-hedge.after)}, a cost of ${formatUsd(hedge.cost)} taken off. A proposal out of ${scenarios} scenarios, not advice: another day, another law or more scenarios may say otherwise.`;
}

/** "$2,500.00 in one, $500.00 in another". */
function partsText({ parts }: Hedge, nameOf: NameOf): string {
  return joinedNames(parts.map(({ id, dollars }) => `${formatUsd(dollars)} in ${nameOf(id)}`));
}

/** What the next best do, the best vault alone first where the proposal is of two; nothing where there is no other. */
export function othersSentence(others: readonly Hedge[], nameOf: NameOf): string {
  const alone = others.find(({ parts }) => parts.length === 1);
  const texts = [...(alone ? [alone] : []), ...others.filter((one) => one !== alone)]
    .slice(0, 3)
    .map((one) => `${partsText(one, nameOf)}, ${formatRiskUsd(-one.after)}`);
  return texts.length === 0 ? "" : `Next: ${texts.join("; ")}.`;
}

/** Why the proposal cannot be deposited as it is; null when it can. */
export function leastSentence(dollars: number, { vault, unit }: WhatIfBase["priced"][number]): string | null {
  const least = tokenToNumber(vault.terms.minRequest, vault.asset.decimals) * unit.assetUsd;
  return dollars < least ? `${vaultTitle(vault)} takes no deposit below ${formatUsd(least)}.` : null;
}

import type { Leg } from "@/lib/products/Leg";
import { profitBounds } from "@/lib/products/profitBounds";
import { recogniseStrategy, STRATEGIES, type StrategyId } from "@/lib/products/strategies";
import { bpsToNumber } from "@/lib/units/Bps";
import { price8ToNumber } from "@/lib/units/Price8";
import { wadToNumber } from "@/lib/units/Wad";
import type { StrategyLeg, Vault } from "@/lib/vault/Vault";
import { depositKind, vaultProduct } from "@/lib/vault/vaultProduct";
import { formatPercent } from "./formatPercent";
import { formatStrike } from "./formatPrice";
import { joinedNames } from "./joinedNames";

/** What a vault does in plain words, from its legs: what it earns and what it costs, in one breath. */
export type StrategyText = { readonly name: string; readonly earns: string; readonly loses: string };

const WEEK_SECONDS = 604_800;

/** A vault in words: with the strikes of its epoch, or at rest with where the next ones may lie. */
export function describeStrategy(vault: Vault): StrategyText {
  const strikes = strikeTexts(vault);
  const strategy = recogniseStrategy({ deposit: depositKind(vault), legs: shapeLegs(vault) });
  const name = strategy === undefined ? "Options" : STRATEGIES[strategy].name;
  return { name, ...sentences(strategy, { vault, strikes }) };
}

type Words = { readonly vault: Vault; readonly strikes: readonly string[] };

function sentences(strategy: StrategyId | undefined, { vault, strikes }: Words): Omit<StrategyText, "name"> {
  const coin = vault.underlyingSymbol;
  const earns = `Earns premium every ${isWeekly(vault) ? "week" : "epoch"}.`;
  const [first = "", second = "", third = ""] = strikes;
  switch (strategy) {
    case "coveredCall":
      return {
        earns,
        loses: `You hold ${coin} and lose when it falls. Gains of ${coin} above ${first} go to the buyer.`,
      };
    case "cashSecuredPut":
      return { earns, loses: `Loses dollar for dollar once ${coin} settles below ${first}.` };
    case "ironCondor":
      return {
        earns: `Earns premium while ${coin} stays between ${second} and ${third}.`,
        loses: `Outside that range you lose up to ${largestLossText(vault)} of your deposit in one epoch.`,
      };
    case "ironButterfly":
      return {
        earns: `Earns premium while ${coin} stays near ${second}.`,
        loses: `The further away it settles, the more you lose: up to ${largestLossText(vault)} of your deposit in one epoch.`,
      };
    default: {
      const legs = vault.legs.map(
        (leg, index) =>
          `${leg.side === 1 ? "a bought" : "a sold"} ${leg.isPut ? "put" : "call"} at ${strikes[index] ?? ""}`,
      );
      const pays = vault.legs.some((leg) => leg.side === -1)
        ? earns
        : `Pays premium every ${isWeekly(vault) ? "week" : "epoch"}.`;
      return {
        earns: `${pays} Holds ${joinedNames(legs)}.`,
        loses: `You can lose up to ${largestLossText(vault)} of your deposit in one epoch.`,
      };
    }
  }
}

/** The epoch's own worst case where there is one, else the policy's bound. */
function largestLossText(vault: Vault): string {
  const result = vaultProduct(vault);
  if (!result.ok) return formatPercent(bpsToNumber(vault.terms.maxLoss), 1);
  const { profit } = profitBounds(result.product, "depositAsset").largestLoss;
  return formatPercent(Math.min(1, Math.max(0, -profit / result.product.cash)), 1);
}

function isWeekly({ terms }: Vault): boolean {
  return terms.minTenorSeconds <= WEEK_SECONDS && terms.maxTenorSeconds >= WEEK_SECONDS;
}

function strikeTexts(vault: Vault): readonly string[] {
  if (hasStrikes(vault)) return vault.epoch.legs.map((leg) => formatStrike(price8ToNumber(leg.strike)));
  return vault.legs.map((leg) => `a strike ${boundsText(leg)}`);
}

function hasStrikes({ epoch, legs }: Vault): boolean {
  return epoch.phase !== "idle" && epoch.legs.length === legs.length;
}

/** Where a strike may lie: `3% to 15% below spot`. */
function boundsText({ minMoneyness, maxMoneyness }: StrategyLeg): string {
  const [low, high] = [bpsToNumber(minMoneyness), bpsToNumber(maxMoneyness)];
  if (high <= 1) return `${rangeText(1 - high, 1 - low)} below spot`;
  if (low >= 1) return `${rangeText(low - 1, high - 1)} above spot`;
  return `${rangeText(low, high)} of spot`;
}

function rangeText(from: number, to: number): string {
  const [low, high] = [formatPercent(from, decimalsOf(from)), formatPercent(to, decimalsOf(to))];
  return low === high ? low : `${low} to ${high}`;
}

function decimalsOf(share: number): number {
  return Math.abs(share * 100 - Math.round(share * 100)) < 1e-9 ? 0 : 1;
}

/** Legs for recognising the shape; at rest the middle of the bounds stands in for a strike. */
function shapeLegs(vault: Vault): readonly Leg[] {
  return vault.legs.map((leg, index): Leg => {
    const strike = hasStrikes(vault) ? vault.epoch.legs[index]?.strike : undefined;
    const middle = (bpsToNumber(leg.minMoneyness) + bpsToNumber(leg.maxMoneyness)) / 2;
    const quantity = wadToNumber(leg.ratio);
    return {
      isPut: leg.isPut,
      side: leg.side,
      strike: strike === undefined ? middle : price8ToNumber(strike),
      quantity,
    };
  });
}

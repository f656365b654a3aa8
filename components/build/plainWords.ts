import { formatStrike } from "@/lib/format/formatPrice";
import { formatUsd } from "@/lib/format/formatUsd";
import { formatUtcDay } from "@/lib/format/formatUtcDate";
import { outcomeZones } from "@/lib/products/outcomeZones";
import { recogniseTemplate } from "@/lib/products/recogniseTemplate";
import { TEMPLATES, type TemplateId, templatesFor } from "@/lib/products/templates";
import { profitAtExpiry } from "@/lib/products/value";
import type { PriceSpan } from "@/lib/products/worstCase";
import type { BuildFigures } from "./BuildFigures";
import type { Draft } from "./Draft";
import { spanWords } from "./spanWords";

/** The template that a draft still has the shape of; of two of one shape that of its outlook. */
export function draftTemplate({ legs, deposit, outlook, collateral }: Draft): TemplateId | undefined {
  const offered = templatesFor(outlook).filter((id) => (TEMPLATES[id].budget === undefined) === (collateral === null));
  return recogniseTemplate({ legs, deposit }, offered);
}

/** What a draft is called. */
export function draftName(draft: Draft): string {
  const id = draftTemplate(draft);
  return id === undefined ? "Your own structure" : TEMPLATES[id].name;
}

/** What the structure does with its own numbers: what is paid, the most it gains and where, where it loses, the worst and where. */
export function plainWords(figures: BuildFigures): readonly string[] {
  const { premiumUsd, best, worst, coin, draft, now } = figures;
  const paid = premiumUsd < 0 ? `You pay ${formatUsd(-premiumUsd)} now.` : `You are paid ${formatUsd(premiumUsd)} now.`;
  const day = formatUtcDay(draft.expiry, now);
  const held = draft.deposit === "underlying" ? `The ${coin.symbol} that you hold counts along.` : null;
  const nearly = nearlyFlatGain(figures);
  const gain =
    nearly !== null
      ? `You gain most above ${formatStrike(nearly.strike)}: ${formatUsd(nearly.profit)}, and with every further dollar only what the premium’s own coins bring.`
      : best.profit === Number.POSITIVE_INFINITY
        ? `Your gain has no limit as ${coin.symbol} rises above ${formatStrike(lastStrike(figures))}.`
        : best.profit <= 0
          ? `It cannot gain at any price of ${coin.symbol}.`
          : `You gain most, ${formatUsd(best.profit)}, if ${coin.symbol} settles ${spanWords(best.at)} on ${day}.`;
  const losing = losingSpans(figures);
  const loses = losing.length === 0 ? "You lose money at no price." : `You lose money ${spanWords(losing)}.`;
  return [paid, held, gain, loses, worstWords(figures, worst)].filter((sentence) => sentence !== null);
}

/** What a coin's gain is worth mention for: as much of what is held, for each dollar that the price rises on. */
const SLIGHT = 0.25;

/**
 * A gain that goes on without an end, but so slightly that its size is that at the last strike: a covered call's premium is paid in coins, which rise
 * on. Null where it goes on in earnest, or has an end.
 */
export function nearlyFlatGain(figures: BuildFigures): { readonly strike: number; readonly profit: number } | null {
  const { product, best } = figures;
  if (product.deposit !== "underlying" || best.profit !== Number.POSITIVE_INFINITY) return null;
  const strike = lastStrike(figures);
  const profit = profitAtExpiry(product, strike, "usd");
  const slope = profitAtExpiry(product, strike + 1, "usd") - profit;
  return slope < SLIGHT * product.cash && profit > 0 ? { strike, profit } : null;
}

function worstWords({ coin }: BuildFigures, worst: BuildFigures["worst"]): string | null {
  if (worst.profit === Number.NEGATIVE_INFINITY) return `The loss has no limit as ${coin.symbol} rises.`;
  if (worst.profit >= 0) return null;
  return `At worst you lose ${formatUsd(-worst.profit)}, ${spanWords(worst.at)}.`;
}

function lastStrike({ product }: BuildFigures): number {
  return Math.max(...product.legs.map(({ strike }) => strike));
}

/** Neighbouring zones that lose, as one. */
function losingSpans({ product }: BuildFigures): readonly PriceSpan[] {
  const spans: PriceSpan[] = [];
  for (const { kind, from, to } of outcomeZones(product, "usd")) {
    if (kind !== "partLoss" && kind !== "fullLoss") continue;
    const last = spans.at(-1);
    if (last?.to === from) spans[spans.length - 1] = { from: last.from, to };
    else spans.push({ from, to });
  }
  return spans;
}

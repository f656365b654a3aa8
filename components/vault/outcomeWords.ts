import { formatStrike } from "@/lib/format/formatPrice";
import { type Leg, optionPayoff } from "@/lib/products/Leg";
import type { ZoneOdds } from "@/lib/risk/zoneOdds";
import type { VaultFigures } from "./VaultFigures";

type Words = { readonly title: string; readonly sentence: string };

const NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight"] as const;

/** A group of outcomes of one kind in plain words: what the market did, and what that does to a deposit. */
export function outcomeWords(group: readonly ZoneOdds[], { product, vault }: VaultFigures): Words {
  const [zone] = group;
  if (zone === undefined) return { title: "", sentence: "" };
  const coin = vault.underlyingSymbol;
  const isOwnCoin = product.deposit === "underlying";
  if (product.legs.length === 0) return holdingWords(zone, { coin, isOwnCoin, asset: vault.asset.symbol });
  const paying = product.legs.filter((leg) => pays(leg, zone));
  switch (zone.kind) {
    case "fullProfit":
      if (paying.length === 0) return { title: "A quiet epoch.", sentence: worthless(product.legs.length) };
      return isOwnCoin
        ? cappedWords(paying, coin)
        : { title: "The best case.", sentence: "The options pay all they can." };
    case "profit":
      if (paying.length === 0) return { title: "Little happens.", sentence: worthless(product.legs.length) };
      return product.premium > 0
        ? {
            title: "A push past a sold strike.",
            sentence: "Part of the premium pays the option buyer; you still end up ahead.",
          }
        : { title: "A move your way.", sentence: "The options pay more than they cost." };
    case "partLoss":
      return partLossWords(zone, { coin, isOwnCoin, legs: product.legs, entrySpot: product.entrySpot });
    case "fullLoss":
      return fullLossWords(group, paying.length === 0);
  }
}

function worthless(count: number): string {
  const which = count === 1 ? "The option expires" : `All ${NUMBERS[count] ?? count} options expire`;
  return `${which} worthless and you keep the premium.`;
}

function cappedWords(paying: readonly Leg[], coin: string): Words {
  const strike = formatStrike(Math.min(...paying.map((leg) => leg.strike)));
  return {
    title: "A strong rise.",
    sentence: `You keep the premium and ${coin}’s rise up to ${strike}; the gain above goes to the buyer.`,
  };
}

function holdingWords(
  { kind }: ZoneOdds,
  { coin, isOwnCoin, asset }: { readonly coin: string; readonly isOwnCoin: boolean; readonly asset: string },
): Words {
  if (!isOwnCoin) return { title: "Nothing happens.", sentence: `No option is held: the ${asset} waits.` };
  if (kind === "partLoss") return { title: `${coin} falls.`, sentence: "No option is held: you lose with it." };
  return { title: `${coin} rises.`, sentence: "No option is held: you gain with it." };
}

function partLossWords(
  zone: ZoneOdds,
  at: { readonly coin: string; readonly isOwnCoin: boolean; readonly legs: readonly Leg[]; readonly entrySpot: number },
): Words {
  const isBelow = zone.to <= at.entrySpot;
  if (at.isOwnCoin && isBelow) {
    return {
      title: "A fall.",
      sentence: `${at.coin} falls by more than the premium. You still hold it, and lose with it in dollars.`,
    };
  }
  const title = isBelow ? "A sharp fall." : "A sharp rally.";
  const stop = at.legs.find((leg) => leg.side > 0 && leg.isPut === isBelow);
  if (stop === undefined) {
    return { title, sentence: "The payout is larger than the premium. You lose dollar for dollar from here." };
  }
  const reachesStop = zone.from < stop.strike && stop.strike < zone.to;
  const end = reachesStop ? `, up to where the bought option stops it at ${formatStrike(stop.strike)}.` : ".";
  return {
    title,
    sentence: `The payout is larger than the premium${isBelow ? "" : "; no share in the rise"}. You lose money${end}`,
  };
}

function fullLossWords(group: readonly ZoneOdds[], isQuiet: boolean): Words {
  if (isQuiet) return { title: "A quiet epoch.", sentence: "The options expire worthless and the premium is lost." };
  const isDown = group.some((zone) => zone.from === 0);
  const isUp = group.some((zone) => zone.to === Number.POSITIVE_INFINITY);
  const title = isDown && isUp ? "A crash or a spike." : isDown ? "A crash." : "A spike.";
  return { title, sentence: "The bought options stop the loss here. It cannot get worse this epoch." };
}

function pays(leg: Leg, { from, to }: ZoneOdds): boolean {
  const inside = to === Number.POSITIVE_INFINITY ? from * 2 + 1 : (from + to) / 2;
  return optionPayoff(leg, inside) > 0;
}

import { formatStrike } from "@/lib/format/formatPrice";
import { type Leg, optionPayoff } from "@/lib/products/Leg";
import type { Product } from "@/lib/products/Product";
import type { OutcomeClass, OutcomePiece } from "./outcomePieces";

type Words = { readonly title: string; readonly sentence: string };

/** A class of outcomes of a product, and the name of its coin. */
export type OutcomeGroup = {
  readonly key: OutcomeClass;
  readonly pieces: readonly OutcomePiece[];
  readonly product: Product;
  /** An outcome in which no option pays is among the others. */
  readonly hasQuiet: boolean;
};

const NUMBERS = [
  "No",
  "The",
  "Both",
  "All three",
  "All four",
  "All five",
  "All six",
  "All seven",
  "All eight",
] as const;

/** A class of outcomes in plain words: what the market did, and what that does to a deposit. */
export function outcomeWords(group: OutcomeGroup): Words {
  const { key, product } = group;
  switch (key) {
    case "quiet":
      return product.deposit === "underlying" ? quietCoin(group) : quiet(group);
    case "capped":
      return { title: "A strong rise.", sentence: cappedSentence(group) };
    case "push":
      return product.premium < 0 ? moved(group) : push(group);
    case "partial":
      return {
        title: paying(group, { down: "A small fall.", up: "A small rise.", both: "A small move." }),
        sentence: "The options pay back a part of what they cost.",
      };
    case "fall":
      return product.deposit === "underlying" ? coinFalls(product) : slides("A sharp fall.", "down", product.legs);
    case "rally":
      return slides("A sharp rally.", "up", product.legs);
    case "stopped":
      return product.premium < 0 && product.deposit === "quote" ? worthless(group) : stopped(group);
  }
}

function quiet(group: OutcomeGroup): Words {
  const title = reach(group, { down: "No sharp rise.", up: "No sharp fall.", both: "A quiet epoch." });
  return { title, sentence: `${expired(group.product.legs)} worthless and you keep the premium.` };
}

function quietCoin({ product }: OutcomeGroup): Words {
  const { underlying: coin, premium, legs } = product;
  if (premium < 0) return { title: "A rise.", sentence: `${coin} rises by more than the options cost.` };
  const kept = premium > 0 ? " and you keep the premium" : ", and they cost nothing";
  return { title: "Little happens.", sentence: `${expired(legs)} worthless${kept}.` };
}

function push({ hasQuiet, pieces }: OutcomeGroup): Words {
  if (hasQuiet) {
    return {
      title: "A push past a sold strike.",
      sentence: "Part of the premium pays the option buyer; you still end up ahead.",
    };
  }
  const best = pieces.reduce((a, b) => (b.most > a.most ? b : a));
  const strike = formatStrike(pieces.find(({ from }) => from === best.to) ? best.to : best.from);
  return {
    title: `It ends near ${strike}.`,
    sentence: "Part of the premium pays the option buyer; the nearer to the strike, the more you keep.",
  };
}

/** A buyer's good outcome. Where a sold option caps the gain, it says from where. */
function moved(group: OutcomeGroup): Words {
  const title = paying(group, { down: "A fall.", up: "A rise.", both: "A large move." });
  const caps = group.product.legs.filter(({ side }) => side < 0).map(({ strike }) => formatStrike(strike));
  const cap = caps.length === 0 ? "" : ` Beyond ${caps.join(" and ")} they pay no more.`;
  return { title, sentence: `The options pay more than they cost.${cap}` };
}

function expired(legs: readonly Leg[]): string {
  return legs.length === 1 ? "The option expires" : `${NUMBERS[legs.length] ?? "All"} options expire`;
}

function cappedSentence({ pieces, product }: OutcomeGroup): string {
  const strike = formatStrike(Math.min(...pieces.map(({ from }) => from)));
  const kept = product.premium > 0 ? "You keep the premium and" : "You keep";
  return `${kept} ${product.underlying}’s rise up to ${strike}; what it gains above goes to the buyer.`;
}

function coinFalls({ underlying: coin, premium, legs }: Product): Words {
  const floor = legs.find(({ side, isPut }) => side > 0 && isPut);
  const until = floor ? ` Below ${formatStrike(floor.strike)} the bought put pays for it.` : "";
  const what =
    premium < 0
      ? `${coin} falls, or rises by less than the options cost.`
      : premium > 0
        ? `${coin} falls by more than the premium.`
        : `${coin} falls.`;
  return { title: "A fall.", sentence: `${what} You still hold it, and lose with it in dollars.${until}` };
}

function slides(title: string, side: "up" | "down", legs: readonly Leg[]): Words {
  const isStopped = legs.some((leg) => leg.side > 0 && leg.isPut === (side === "down"));
  if (!isStopped) return { title, sentence: "The payout is larger than the premium. You lose dollar for dollar." };
  const rise = side === "up" ? "; you have no share in the rise" : "";
  return { title, sentence: `The payout is larger than the premium${rise}. You lose money.` };
}

function worthless(group: OutcomeGroup): Words {
  const title = reach(group, { down: "No rise.", up: "No fall.", both: "A quiet epoch." });
  return { title, sentence: `${expired(group.product.legs)} worthless. You lose what they cost, and no more.` };
}

function stopped(group: OutcomeGroup): Words {
  const title = reach(group, { down: "A crash.", up: "A spike.", both: "A crash or a spike." });
  const which = group.product.legs.filter(({ side }) => side > 0).length === 1 ? "option stops" : "options stop";
  return { title, sentence: `The bought ${which} the loss here. It cannot get worse this epoch.` };
}

type Ways = { readonly down: string; readonly up: string; readonly both: string };

/** By how far the group reaches: down to a price of 0, up to any, both or neither. */
function reach({ pieces }: OutcomeGroup, { down, up, both }: Ways): string {
  const isDown = pieces.some(({ from }) => from === 0);
  const isUp = pieces.some(({ to }) => to === Number.POSITIVE_INFINITY);
  if (isDown === isUp) return both;
  return isDown ? down : up;
}

/** By the options that pay in the group: puts after a fall, calls after a rise. */
function paying({ pieces, product }: OutcomeGroup, { down, up, both }: Ways): string {
  const pays = (isPut: boolean) =>
    product.legs.some((leg) => {
      if (leg.side < 0 || leg.isPut !== isPut) return false;
      return pieces.some(({ from, to }) => optionPayoff(leg, isPut ? from : Math.min(to, Number.MAX_VALUE)) > 0);
    });
  const [isDown, isUp] = [pays(true), pays(false)];
  if (isDown === isUp) return both;
  return isDown ? down : up;
}

import { formatStrike } from "@/lib/format/formatPrice";
import type { OutcomeClass, OutcomePiece } from "./outcomePieces";
import type { VaultFigures } from "./VaultFigures";

type Words = { readonly title: string; readonly sentence: string };

const NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight"] as const;

/** To a buyer of options a small move either way is a loss. */
const SMALL_MOVE: Words = { title: "A small move.", sentence: "The options pay back part of the premium only." };

/** A class of outcomes in plain words: what the market did, and what that does to a deposit. */
export function outcomeWords(key: OutcomeClass, group: readonly OutcomePiece[], figures: VaultFigures): Words {
  const { product, vault } = figures;
  const isOwnCoin = product.deposit === "underlying";
  switch (key) {
    case "quiet":
      return isOwnCoin
        ? { title: "Little happens.", sentence: expired(product.legs.length) }
        : { title: "A quiet epoch.", sentence: expired(product.legs.length) };
    case "capped":
      return { title: "A strong rise.", sentence: cappedSentence(group, vault.underlyingSymbol) };
    case "push":
      return product.premium > 0
        ? {
            title: "A push past a sold strike.",
            sentence: "Part of the premium pays the option buyer; you still end up ahead.",
          }
        : { title: "A move your way.", sentence: "The options pay more than they cost." };
    case "fall":
      if (product.premium < 0) return SMALL_MOVE;
      return isOwnCoin ? coinFalls(vault.underlyingSymbol) : slides("A sharp fall.", "down", product.legs);
    case "rally":
      if (product.premium < 0) return SMALL_MOVE;
      return slides("A sharp rally.", "up", product.legs);
    case "stopped":
      return stopped(group, product.premium > 0);
  }
}

function expired(count: number): string {
  const which = count === 1 ? "The option expires" : `All ${NUMBERS[count] ?? count} options expire`;
  return `${which} worthless and you keep the premium.`;
}

function cappedSentence(group: readonly OutcomePiece[], coin: string): string {
  const strike = formatStrike(Math.min(...group.map(({ from }) => from)));
  return `You keep the premium and ${coin}’s rise up to ${strike}; what it gains above goes to the buyer.`;
}

function coinFalls(coin: string): Words {
  return {
    title: "A fall.",
    sentence: `${coin} falls by more than the premium. You still hold it, and lose with it in dollars.`,
  };
}

function slides(title: string, way: "up" | "down", legs: VaultFigures["product"]["legs"]): Words {
  const isStopped = legs.some((leg) => leg.side > 0 && leg.isPut === (way === "down"));
  if (!isStopped) return { title, sentence: "The payout is larger than the premium. You lose dollar for dollar." };
  const rise = way === "up" ? "; you have no share in the rise" : "";
  return { title, sentence: `The payout is larger than the premium${rise}. You lose money.` };
}

function stopped(group: readonly OutcomePiece[], isSeller: boolean): Words {
  if (!isSeller) return { title: "A quiet epoch.", sentence: "The options expire worthless: the premium is lost." };
  const isDown = group.some((piece) => piece.from === 0);
  const isUp = group.some((piece) => piece.to === Number.POSITIVE_INFINITY);
  const title = isDown && isUp ? "A crash or a spike." : isDown ? "A crash." : "A spike.";
  return { title, sentence: "The bought options stop the loss here. It cannot get worse this epoch." };
}

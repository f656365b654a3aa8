import type { Address } from "@/lib/vault/Token";
import type { AlertFacts, PortfolioAlert } from "./portfolioAlerts";

/** A condition is over when it is so far beyond its bound, as a share of the bound: what trembles at the bound is told once. */
const BEYOND = 0.1;

/** A moment of an address: what it was told before, what there is to tell, and what is known. */
export type ToldBefore = {
  readonly owner: Address;
  readonly told: readonly string[];
  readonly alerts: readonly PortfolioAlert[];
  readonly facts: AlertFacts;
};

/**
 * What an address is told now (`news`), and the keys of all that it was told since (`told`, the newest last; the same array where nothing changed).
 * A liquidation or a shortfall whose condition is over is forgotten, and so told when it comes again; where the facts are being read or could not be
 * read, and for loans of other owners, nothing is forgotten. A settlement and a claim are told once for ever.
 */
export function toldAfter({ owner, told, alerts, facts }: ToldBefore): {
  readonly news: readonly PortfolioAlert[];
  readonly told: readonly string[];
} {
  const still = told.filter((key) => !isOver(key, facts, owner));
  const news = alerts.filter(({ key }) => !still.includes(key));
  const isSame = news.length === 0 && still.length === told.length;
  return { news, told: isSame ? told : [...still, ...news.map(({ key }) => key)] };
}

/** Keys are `liquidation ID BOUND` and `shortfall BOUND`, as {@link portfolioAlerts} makes them; each is judged by its own bound. */
function isOver(key: string, facts: AlertFacts, owner: Address): boolean {
  const words = key.split(" ");
  const bound = Number(words.at(-1));
  if (words[0] === "liquidation") return isLoanOver(words.slice(1, -1).join(" "), bound, { facts, owner });
  const { shortfallShare, isShortfallFinal, isComplete } = facts;
  if (words[0] !== "shortfall" || shortfallShare === null || !isShortfallFinal || !isComplete) return false;
  return shortfallShare < bound * (1 - BEYOND);
}

type Known = { readonly facts: AlertFacts; readonly owner: Address };

/** A loan that is gone is over only where everything was read. */
function isLoanOver(id: string, bound: number, { facts, owner }: Known): boolean {
  const loan = facts.loans.find((one) => one.id === id);
  if (loan === undefined) return facts.isComplete && id.endsWith(` ${owner.toLowerCase()}`);
  return Math.abs(loan.nearest.move) > bound * (1 + BEYOND);
}

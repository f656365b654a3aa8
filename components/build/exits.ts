import { splitHref } from "@/components/product/splitQuery";
import { askedHref } from "@/components/transaction/askedForm";
import type { MarketView } from "@/components/vault/Market";
import { payoffRange } from "@/components/vault/payoffShape";
import { type Match, type MismatchReason, matchProducts } from "@/lib/products/matchProducts";
import { yearsBetween } from "@/lib/units/UnixSeconds";
import type { Vault } from "@/lib/vault/Vault";
import type { BuildFigures } from "./BuildFigures";
import { smileAt } from "./smileAt";
import { vaultCandidate } from "./vaultCandidates";

/** One way to have a structure: a vault, or two of one asset, with the deposit that comes nearest to it. */
export type Exit = {
  readonly vaults: readonly Vault[];
  /** Share of the whole a vault, 0 to 1. */
  readonly weights: readonly number[];
  /** Whole tokens of all together; null where no margin says how much. */
  readonly deposit: number | null;
  /** 0: the same payoff. */
  readonly distance: number;
  readonly href: string;
};

/** Where a structure can be had, nearest first, and why the other vaults are not it. */
export type Exits = {
  readonly ways: readonly Exit[];
  readonly others: readonly { readonly vault: Vault; readonly reason: MismatchReason }[];
};

/** The exits of a structure among all vaults. */
export function exitsOf(figures: BuildFigures, view: MarketView, vaults: readonly Vault[]): Exits {
  const { product, spot, draft, now } = figures;
  const volatilityAt = smileAt(figures, view);
  const candidates = vaults.map((vault) => vaultCandidate(vault, figures, volatilityAt));
  const days = yearsBetween(now, draft.expiry) * 365;
  const { matches, others } = matchProducts({ product, days, spot, range: payoffRange(figures) }, candidates);
  const byId = new Map(vaults.map((vault) => [vault.address as string, vault]));
  const cashOf = new Map(candidates.map(({ id, product: one }) => [id, one?.cash ?? 0]));
  return {
    ways: matches.map((match) => exitOf(match, byId, cashOf)),
    others: others.flatMap(({ id, reason }) => {
      const vault = byId.get(id);
      return vault === undefined ? [] : [{ vault, reason }];
    }),
  };
}

function exitOf(
  { ids, packages, distance }: Match,
  byId: ReadonlyMap<string, Vault>,
  cashOf: ReadonlyMap<string, number>,
): Exit {
  const vaults = ids.flatMap((id) => byId.get(id) ?? []);
  const amounts = ids.map((id, index) => (packages[index] ?? 0) * (cashOf.get(id) ?? 0));
  const total = amounts.reduce((sum, amount) => sum + amount, 0);
  const isKnown = amounts.every((amount) => amount > 0);
  const weights = isKnown ? amounts.map((amount) => amount / total) : amounts.map(() => 1 / amounts.length);
  const deposit = isKnown ? total : null;
  return { vaults, weights, deposit, distance, href: hrefOf(vaults, weights, deposit) };
}

function hrefOf(vaults: readonly Vault[], weights: readonly number[], deposit: number | null): string {
  const [first] = vaults;
  if (first === undefined) return "/vaults";
  const amount = deposit === null ? "" : amountText(deposit, first.asset.decimals);
  if (vaults.length > 1) return splitHref(vaults, weights, amount);
  return askedHref(first, { form: "deposit", text: amount });
}

/** Digits that a form takes, cut to cents or to six decimals of a coin. */
function amountText(amount: number, decimals: number): string {
  const shown = decimals > 6 ? 6 : 2;
  return (Math.floor(amount * 10 ** shown) / 10 ** shown).toFixed(shown);
}

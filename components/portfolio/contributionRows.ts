import { chainOfName } from "@/components/chains/nameOnChain";
import type { ContributionRow } from "@/components/charts/ContributionBars";
import { vaultTitle } from "@/components/vault/vaultTitle";
import { formatPercent } from "@/lib/format/formatPercent";
import { formatStrike } from "@/lib/format/formatPrice";
import { formatRiskUsd } from "@/lib/format/formatUsd";
import { bookValues } from "@/lib/risk/bookValues";
import type { LossFactor } from "@/lib/risk/loss/LossQuestion";
import type { LossSummary } from "@/lib/risk/loss/LossSummary";
import { splitBook } from "@/lib/risk/loss/splitBook";
import type { BookPart } from "@/lib/risk/RiskBook";
import type { Portfolio } from "./usePortfolio";

/** By what the shares are told. */
export type ContributionKind = "vault" | "leg" | "factor";

export type ContributionInput = {
  readonly kind: ContributionKind;
  readonly summary: LossSummary;
  readonly portfolio: Pick<Portfolio, "book">;
};

/** The largest adder to the risk first. A share is a loss: its bar is negative. */
export function contributionRows({
  kind,
  summary,
  portfolio: { book },
}: ContributionInput): readonly ContributionRow[] {
  const { expectedShortfall } = summary.main;
  const row = (named: { readonly name: string; readonly note: string }, loss: number): ContributionRow => ({
    ...named,
    value: -loss,
    text: formatRiskUsd(-loss),
    share: formatPercent(loss / expectedShortfall, 0),
  });
  const rows = {
    vault: () => partNames(book).map((named, part) => row(named, summary.byPart[part]?.value ?? 0)),
    leg: () => pieceNames(book).map((named, piece) => row(named, summary.byPiece[piece]?.value ?? 0)),
    factor: () => summary.byFactor.map(({ factor, value }) => row(factorName(factor), value)),
  };
  return rows[kind]().toSorted((a, b) => a.value - b.value);
}

/** The same in a sentence. */
export function contributionSentence(input: ContributionInput): string {
  const rows = contributionRows(input).map(({ name, text, share }) => `${name} ${text}, ${share}`);
  return `Shares of the one-day expected shortfall: ${rows.join("; ")}.`;
}

function partNames(book: Portfolio["book"]) {
  const values = bookValues(book);
  const all = values.reduce((sum, value) => sum + value, 0);
  return book.parts.map(({ name }, part) => {
    const { title, chain } = chainOfName(vaultTitle({ name }));
    const share = `${formatPercent((values[part] ?? 0) / all, 0)} of value`;
    return { name: title, note: chain === null ? share : `${chain}, ${share}` };
  });
}

function pieceNames(book: Portfolio["book"]) {
  return splitBook(book).pieces.map(({ part, leg }) => {
    const own = book.parts[part];
    return { name: own === undefined ? "" : pieceName(own, leg), note: own === undefined ? "" : vaultTitle(own) };
  });
}

function pieceName({ legs, quote, coinUnits, isOwn }: BookPart, place: number | null): string {
  const leg = place === null ? undefined : legs[place];
  if (leg === undefined && isOwn) return legs.length > 0 ? "Collateral" : "Held outright";
  if (leg === undefined) return coinUnits === 0 ? `${quote} deposited` : "Coins deposited";
  return `${leg.size < 0 ? "Sold" : "Bought"} ${leg.isPut ? "put" : "call"} ${formatStrike(leg.strike)}`;
}

function factorName(factor: LossFactor): { readonly name: string; readonly note: string } {
  switch (factor.kind) {
    case "time":
      return { name: "Time", note: "the horizon passes" };
    case "price":
      return { name: `${factor.coin} price`, note: "alone" };
    case "volatility":
      return { name: `${factor.coin} volatility`, note: "alone" };
    case "together":
      return { name: "Together", note: "what only their meeting makes" };
  }
}

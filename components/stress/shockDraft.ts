import { MINUS } from "@/lib/format/numberText";
import { numberReasonSentence, parseNumber } from "@/lib/format/parseNumber";
import type { RiskBook } from "@/lib/risk/RiskBook";
import { type ListedShock, LONGEST_SHOCK_NAME, type ShockEdit } from "@/lib/risk/stress/listedShocks";
import { isPeg, isSpotMove, isVolatilityMove } from "@/lib/risk/stress/moveLimits";
import { shockMove } from "@/lib/risk/stress/shockResult";

type FieldKind = "spot" | "volatility" | "peg";

/** One figure of a shock while somebody types it. */
export type DraftField = {
  readonly key: string;
  readonly kind: FieldKind;
  /** Of the coin, or of the quote token. */
  readonly symbol: string;
  readonly text: string;
};

/** A shock as text: one field for every coin's price and volatility, and one for every quote token that the book has. */
export type ShockDraft = { readonly name: string; readonly fields: readonly DraftField[] };

/** The shock that a draft is of, or what is wrong with which field, by its key; `name` is the name's. */
export type DraftedShock =
  | { readonly ok: true; readonly edit: ShockEdit }
  | { readonly ok: false; readonly faults: Readonly<Record<string, string>> };

/** How each kind is said, typed and limited. `per`: so many in the field are one as a move. */
const KINDS = {
  spot: {
    ...{ name: "price", unit: "%", per: 100, isAllowed: isSpotMove },
    fault: "A price falls by less than 100% and rises by at most 500%.",
  },
  volatility: {
    ...{ name: "volatility", unit: "pts", per: 100, isAllowed: isVolatilityMove },
    fault: "Between −100 and +300 points.",
  },
  peg: { ...{ name: "worth", unit: "$", per: 1, isAllowed: isPeg }, fault: "Between $0 and $2." },
} as const;

/** A shock's moves of this book's coins and quote tokens, as text to change. */
export function draftOf(shock: ListedShock, book: RiskBook): ShockDraft {
  const { spotMoves, volatilityMoves } = shockMove(book, shock);
  const quotes = [...new Set(book.parts.map(({ quote }) => quote))];
  const field = (kind: FieldKind, symbol: string, move: number): DraftField => ({
    ...{ key: `${kind} ${symbol}`, kind, symbol },
    text: numberText(move * KINDS[kind].per),
  });
  return {
    name: shock.name,
    fields: [
      ...book.coins.flatMap(({ symbol }, coin) => [
        field("spot", symbol, spotMoves[coin] ?? 0),
        field("volatility", symbol, volatilityMoves[coin] ?? 0),
      ]),
      ...quotes.map((symbol) => field("peg", symbol, shock.pegs?.[symbol] ?? 1)),
    ],
  };
}

/** What a field is called, with its unit. */
export function fieldLabel({ kind, symbol }: DraftField): { readonly label: string; readonly unit: string } {
  return { label: `${symbol} ${KINDS[kind].name}`, unit: KINDS[kind].unit };
}

/** The draft with one text replaced. */
export function withFieldText(draft: ShockDraft, key: string, text: string): ShockDraft {
  return { ...draft, fields: draft.fields.map((field) => (field.key === key ? { ...field, text } : field)) };
}

/** Reads a draft. Coins and tokens that have no field keep what the shock has for them. */
export function draftedShock(draft: ShockDraft, { id, ...shock }: ListedShock): DraftedShock {
  const name = draft.name.trim().slice(0, LONGEST_SHOCK_NAME);
  const faults: Record<string, string> = name === "" ? { name: "Give the shock a name." } : {};
  const moves: Record<FieldKind, Record<string, number>> = { spot: {}, volatility: {}, peg: {} };
  for (const { key, kind, symbol, text } of draft.fields) {
    const { unit, per, isAllowed, fault } = KINDS[kind];
    const parsed = parseNumber(text, { unit });
    const move = parsed.ok ? parsed.value / per : Number.NaN;
    if (!parsed.ok) faults[key] = numberReasonSentence(parsed.reason);
    else if (!isAllowed(move)) faults[key] = fault;
    else moves[kind][symbol] = move;
  }
  if (Object.keys(faults).length > 0) return { ok: false, faults };
  const pegs = Object.entries({ ...shock.pegs, ...moves.peg }).filter(([, dollars]) => dollars !== 1);
  return {
    ok: true,
    edit: {
      ...{ id, name },
      spotMoves: { ...shock.spotMoves, ...moves.spot },
      volatilityMoves: { ...shock.volatilityMoves, ...moves.volatility },
      ...(pegs.length > 0 ? { pegs: Object.fromEntries(pegs) } : {}),
    },
  };
}

/** To the sixth decimal, without the dust that hundredths leave. */
function numberText(value: number): string {
  const rounded = Number(value.toFixed(6));
  return rounded < 0 ? `${MINUS}${-rounded}` : String(rounded);
}

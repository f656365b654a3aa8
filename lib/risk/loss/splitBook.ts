import type { BookPart, RiskBook } from "../RiskBook";

/** What a split part is of the whole one: what is held outright (`leg` null), or one of its legs by its place. */
export type PartPiece = { readonly part: number; readonly leg: number | null };

/** A book in which every option is a part of its own, and where each piece came from. */
export type SplitBook = { readonly book: RiskBook; readonly pieces: readonly PartPiece[] };

/** Takes every part apart into its deposit and its legs, so that a figure of the whole can be told leg by leg. Values add up to the book's. */
export function splitBook(book: RiskBook): SplitBook {
  const split = book.parts.flatMap((part, index) => piecesOf(part, index));
  return {
    book: { coins: book.coins, parts: split.map(({ part }) => part) },
    pieces: split.map(({ piece }) => piece),
  };
}

type Split = { readonly part: BookPart; readonly piece: PartPiece };

function piecesOf(part: BookPart, index: number): readonly Split[] {
  const deposit =
    part.coinUnits === 0 && part.quoteUnits === 0
      ? []
      : [{ part: { ...part, legs: [] }, piece: { part: index, leg: null } }];
  const legs = part.legs.map((leg, place): Split => {
    const own = { ...part, id: `${part.id}/${place}`, coinUnits: 0, quoteUnits: 0, legs: [leg] };
    return { part: own, piece: { part: index, leg: place } };
  });
  return [...deposit, ...legs];
}

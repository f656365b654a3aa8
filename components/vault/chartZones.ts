import type { OddsZone } from "@/components/charts/PayoffShape";
import type { OutcomePiece } from "./outcomePieces";

/** The outcomes as the chart draws them: gains as one zone, cut at the ends of the axis. Their odds stay whole. */
export function chartZones(
  pieces: readonly OutcomePiece[],
  range: { readonly lo: number; readonly hi: number },
): readonly OddsZone[] {
  const hasStop = pieces.some((piece) => piece.class === "stopped");
  const merged: OddsZone[] = [];
  for (const piece of pieces) {
    const name = zoneName(piece, hasStop);
    const last = merged.at(-1);
    if (last?.name === name) {
      merged[merged.length - 1] = { ...last, to: piece.to, probability: last.probability + piece.odds };
    } else {
      merged.push({ from: piece.from, to: piece.to, probability: piece.odds, name, loss: piece.least < 0 });
    }
  }
  return merged
    .map((zone) => ({ ...zone, from: Math.max(zone.from, range.lo), to: Math.min(zone.to, range.hi) }))
    .filter((zone) => zone.to > zone.from);
}

function zoneName(piece: OutcomePiece, hasStop: boolean): string {
  if (piece.class === "stopped") return "full loss";
  if (piece.least >= 0) return "profit";
  return hasStop ? "part loss" : "loss";
}

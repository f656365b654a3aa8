import {
  isKnownShock,
  LONGEST_SHOCK_NAME,
  MOST_OWN_SHOCKS,
  type ShockEdit,
  withEdit,
  withoutEdit,
} from "@/lib/risk/stress/listedShocks";
import { isPeg, isSpotMove, isVolatilityMove } from "@/lib/risk/stress/moveLimits";
import { NAMED_SHOCKS } from "@/lib/risk/stress/namedShocks";
import { fieldsOf } from "@/lib/untrusted/fieldsOf";
import { browserStore } from "./browserStore";

const NONE: readonly ShockEdit[] = [];
const MOST_EDITS = MOST_OWN_SHOCKS + NAMED_SHOCKS.length;
/** So many coins and tokens of one shock are read. */
const MOST_MOVES = 50;

/** What this browser keeps of shocks that somebody changed or added. */
export const shockEdits = browserStore({ key: "ballast.shocks", none: NONE, parsed });

/** Keeps a changed shock, or one's own. */
export function keepShock(edit: ShockEdit): void {
  shockEdits.write(JSON.stringify(withEdit(shockEdits.read(), edit)));
}

/** A named shock has its own moves again; one's own is gone. */
export function resetShock(id: string): void {
  shockEdits.write(JSON.stringify(withoutEdit(shockEdits.read(), id)));
}

function parsed(text: string): readonly ShockEdit[] {
  const kept: unknown = JSON.parse(text);
  if (!Array.isArray(kept)) return NONE;
  // Each id once, whoever wrote it.
  return kept.slice(0, MOST_EDITS).reduce<readonly ShockEdit[]>((edits, one: unknown) => {
    const edit = shockEdit(one);
    return edit === undefined ? edits : withEdit(edits, edit);
  }, NONE);
}

function shockEdit(value: unknown): ShockEdit | undefined {
  const { id, name, spotMoves, volatilityMoves, pegs } = fieldsOf(value);
  const moves = [moved(spotMoves, isSpotMove), moved(volatilityMoves, isVolatilityMove)] as const;
  const [spot, volatility] = moves;
  if (typeof id !== "string" || !isKnownShock({ id }) || typeof name !== "string") return undefined;
  if (spot === undefined || volatility === undefined) return undefined;
  const edit = { id, name: name.slice(0, LONGEST_SHOCK_NAME), spotMoves: spot, volatilityMoves: volatility };
  if (pegs === undefined) return edit;
  const dollars = moved(pegs, isPeg);
  return dollars && { ...edit, pegs: dollars };
}

/** Numbers by symbol; undefined when any is none, or outside of its limits. */
function moved(value: unknown, isAllowed: (move: number) => boolean): Readonly<Record<string, number>> | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const entries = Object.entries(value).slice(0, MOST_MOVES);
  const numbers = entries.filter((entry): entry is [string, number] => typeof entry[1] === "number");
  if (numbers.length < entries.length || !numbers.every(([, move]) => isAllowed(move))) return undefined;
  return Object.fromEntries(numbers);
}

import { NAMED_SHOCKS } from "./namedShocks";
import type { Shock } from "./Shock";

/** What somebody set: other moves for a named shock, by its id, or a shock of their own. */
export type ShockEdit = Pick<Shock, "id" | "name" | "spotMoves" | "volatilityMoves" | "pegs">;

/** A shock and whose moves it has: those of its source, somebody's instead of them, or somebody's from the start. */
export type ListedShock = Shock & { readonly origin: "named" | "changed" | "own" };

const OWN_PREFIX = "own-";
/** So many of one's own are kept. */
export const MOST_OWN_SHOCKS = 20;
/** So many characters of a name. */
export const LONGEST_SHOCK_NAME = 60;

/** The named shocks in their order, with what was changed of them, and then one's own in the order in which they were added. */
export function listedShocks(edits: readonly ShockEdit[]): readonly ListedShock[] {
  const named = NAMED_SHOCKS.map((shock): ListedShock => {
    const edit = edits.find(({ id }) => id === shock.id);
    if (edit === undefined) return { ...shock, origin: "named" };
    const { pegs: _, ...dated } = shock;
    const { spotMoves, volatilityMoves, pegs } = edit;
    return { ...dated, spotMoves, volatilityMoves, ...(pegs === undefined ? {} : { pegs }), origin: "changed" };
  });
  const own = edits.filter(isOwn).map((edit): ListedShock => ({ ...edit, source: "Your own moves.", origin: "own" }));
  return [...named, ...own];
}

/** With one more edit, or another in the place of the one that has its id; beyond the most of one's own nothing is added. */
export function withEdit(edits: readonly ShockEdit[], edit: ShockEdit): readonly ShockEdit[] {
  if (edits.some(({ id }) => id === edit.id)) return edits.map((other) => (other.id === edit.id ? edit : other));
  return isOwn(edit) && edits.filter(isOwn).length >= MOST_OWN_SHOCKS ? edits : [...edits, edit];
}

/** Without the edit of that id: a named shock has its own moves again, one's own is gone. */
export function withoutEdit(edits: readonly ShockEdit[], id: string): readonly ShockEdit[] {
  return edits.filter((edit) => edit.id !== id);
}

/** An id that no edit has yet. */
export function newShockId(edits: readonly ShockEdit[]): string {
  const numbers = edits.filter(isOwn).map(({ id }) => Number(id.slice(OWN_PREFIX.length)));
  return `${OWN_PREFIX}${Math.max(0, ...numbers.filter(Number.isSafeInteger)) + 1}`;
}

/** Whether an edit is of a shock that is shown: one of the named, or one's own. */
export function isKnownShock({ id }: Pick<ShockEdit, "id">): boolean {
  return isOwn({ id }) || NAMED_SHOCKS.some((shock) => shock.id === id);
}

function isOwn({ id }: Pick<ShockEdit, "id">): boolean {
  return id.startsWith(OWN_PREFIX);
}

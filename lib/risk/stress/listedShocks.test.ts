import { describe, expect, test } from "vitest";
import {
  isKnownShock,
  listedShocks,
  MOST_OWN_SHOCKS,
  newShockId,
  type ShockEdit,
  withEdit,
  withoutEdit,
} from "./listedShocks";
import { isPeg, isSpotMove, isVolatilityMove } from "./moveLimits";
import { NAMED_SHOCKS } from "./namedShocks";

const edit = (id: string, changes: Partial<ShockEdit> = {}): ShockEdit => ({
  ...{ id, name: id, spotMoves: { ETH: -0.5 }, volatilityMoves: { ETH: 1 } },
  ...changes,
});

describe("shocks as they are listed", () => {
  test("default: the named ones, untouched", () => {
    expect(listedShocks([])).toEqual(NAMED_SHOCKS.map((shock) => ({ ...shock, origin: "named" })));
  });

  test("behavior: an edit changes the moves and nothing else, and one's own come last", () => {
    const [covid, ...others] = listedShocks([edit("own-1"), edit("covidCrash", { name: "Mine" })]);
    const named = NAMED_SHOCKS[0];
    expect(covid).toEqual({ ...named, spotMoves: { ETH: -0.5 }, volatilityMoves: { ETH: 1 }, origin: "changed" });
    expect(others.at(-1)).toMatchObject({ id: "own-1", origin: "own", spotMoves: { ETH: -0.5 } });
    expect(others).toHaveLength(NAMED_SHOCKS.length);
  });

  test("behavior: a peg that was set back is gone from the shock", () => {
    const changed = listedShocks([edit("usdcPeg")]).find(({ id }) => id === "usdcPeg");
    expect(changed?.pegs).toBeUndefined();
    const other = listedShocks([edit("usdcPeg", { pegs: { USDC: 0.9 } })]).find(({ id }) => id === "usdcPeg");
    expect(other?.pegs).toEqual({ USDC: 0.9 });
  });

  test("behavior: an edit replaces the one of its id, and is taken back by it", () => {
    const edits = withEdit(withEdit([], edit("own-1")), edit("covidCrash"));
    const again = withEdit(edits, edit("own-1", { name: "Other" }));
    expect(again.map(({ id, name }) => [id, name])).toEqual([
      ["own-1", "Other"],
      ["covidCrash", "covidCrash"],
    ]);
    expect(withoutEdit(again, "own-1").map(({ id }) => id)).toEqual(["covidCrash"]);
  });

  test("behavior: new ids are free, and there is an end to how many", () => {
    expect(newShockId([])).toBe("own-1");
    expect(newShockId([edit("own-1"), edit("own-7"), edit("own-x"), edit("covidCrash")])).toBe("own-8");
    const full = Array.from({ length: MOST_OWN_SHOCKS }, (_, index) => edit(`own-${index + 1}`));
    expect(withEdit(full, edit("own-99"))).toBe(full);
    expect(withEdit(full, edit("covidCrash"))).toHaveLength(MOST_OWN_SHOCKS + 1);
  });

  test("behavior: what is neither named nor one's own is not known", () => {
    expect(["own-3", "covidCrash", "moon"].map((id) => isKnownShock({ id }))).toEqual([true, true, false]);
  });
});

test("behavior: limits of moves, with their ends", () => {
  expect([-1, -0.999, 5, 5.001, Number.NaN].map(isSpotMove)).toEqual([false, true, true, false, false]);
  expect([-1.001, -1, 3, 3.001, Number.NaN].map(isVolatilityMove)).toEqual([false, true, true, false, false]);
  expect([-0.001, 0, 2, 2.001, Number.NaN].map(isPeg)).toEqual([false, true, true, false, false]);
});

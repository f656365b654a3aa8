import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { stubStorage } from "./keptFixture";
import { keepShock, resetShock, shockEdits } from "./shockEdits";

const edit = (id: string) => ({ id, name: "Mine", spotMoves: { ETH: -0.5 }, volatilityMoves: { ETH: 1 } });
let kept: Map<string, string>;

beforeEach(() => {
  kept = stubStorage();
});

afterEach(() => vi.unstubAllGlobals());

test("default: a changed shock is kept, replaced and taken back", () => {
  keepShock(edit("covidCrash"));
  keepShock({ ...edit("own-1"), pegs: { USDC: 0.9 } });
  keepShock({ ...edit("covidCrash"), spotMoves: { ETH: -0.1 } });
  expect(shockEdits.read()).toEqual([
    { ...edit("covidCrash"), spotMoves: { ETH: -0.1 } },
    { ...edit("own-1"), pegs: { USDC: 0.9 } },
  ]);
  resetShock("covidCrash");
  expect(shockEdits.read().map(({ id }) => id)).toEqual(["own-1"]);
});

test.each([
  "{",
  "7",
  "[7,null]",
  `[${JSON.stringify({ ...edit("moon") })}]`,
  `[${JSON.stringify({ ...edit("own-1"), name: 7 })}]`,
  `[${JSON.stringify({ ...edit("own-1"), spotMoves: [] })}]`,
  `[${JSON.stringify({ ...edit("own-1"), spotMoves: { ETH: "x" } })}]`,
  `[${JSON.stringify({ ...edit("own-1"), spotMoves: { ETH: -1 } })}]`,
  `[${JSON.stringify({ ...edit("own-1"), volatilityMoves: { ETH: 4 } })}]`,
  `[${JSON.stringify({ ...edit("own-1"), pegs: { USDC: -1 } })}]`,
])("error: what is not ours is nothing (%#)", (text) => {
  kept.set("ballast.shocks", text);
  expect(shockEdits.read()).toEqual([]);
});

test("error: of what somebody wrote by hand each id counts once, and a long name is cut", () => {
  kept.set(
    "ballast.shocks",
    JSON.stringify([{ ...edit("own-1"), name: "x".repeat(500) }, edit("own-1"), { ...edit("own-2"), more: 1 }]),
  );
  expect(shockEdits.read()).toEqual([edit("own-1"), edit("own-2")]);
  kept.set("ballast.shocks", JSON.stringify([{ ...edit("own-1"), name: "x".repeat(500) }]));
  expect(shockEdits.read()[0]?.name).toHaveLength(60);
});

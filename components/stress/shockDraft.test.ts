import { describe, expect, test } from "vitest";
import { sampleBook } from "@/lib/risk/bookFixture";
import { type ListedShock, listedShocks } from "@/lib/risk/stress/listedShocks";
import { draftedShock, draftOf, fieldLabel, withFieldText } from "./shockDraft";

const book = sampleBook();
const shocks = listedShocks([]);

function shockOf(id: string): ListedShock {
  const found = shocks.find((shock) => shock.id === id);
  if (!found) throw new Error(id);
  return found;
}

const covid = shockOf("covidCrash");
const typed = (texts: Readonly<Record<string, string>>, shock = covid) =>
  draftedShock(
    Object.entries(texts).reduce((draft, [key, text]) => withFieldText(draft, key, text), draftOf(shock, book)),
    shock,
  );

describe("a shock as text", () => {
  test("default: one field for every coin's price and volatility and every quote token, and the same shock again", () => {
    const draft = draftOf(covid, book);
    expect(draft.fields.map((field) => [fieldLabel(field).label, field.text, fieldLabel(field).unit])).toEqual([
      ["ETH price", "−43", "%"],
      ["ETH volatility", "80", "pts"],
      ["BTC price", "−39", "%"],
      ["BTC volatility", "80", "pts"],
      ["USDC worth", "1", "$"],
    ]);
    for (const shock of shocks) {
      const { id, name, spotMoves, pegs } = shock;
      const drafted = draftedShock(draftOf(shock, book), shock);
      expect(drafted).toMatchObject({ ok: true, edit: { id, name, spotMoves, ...(pegs ? { pegs } : {}) } });
      expect(drafted.ok && "pegs" in drafted.edit).toBe(pegs !== undefined);
    }
  });

  test("behavior: what is typed in any way becomes the move", () => {
    const drafted = typed({ "spot ETH": "-50%", "volatility BTC": "+ 12.5", "peg USDC": "$0.97" });
    expect(drafted).toEqual({
      ok: true,
      edit: {
        ...{ id: "covidCrash", name: covid.name },
        spotMoves: { ETH: -0.5, BTC: -0.39 },
        volatilityMoves: { ETH: 0.8, BTC: 0.125 },
        pegs: { USDC: 0.97 },
      },
    });
  });

  test("behavior: coins that are not held keep their moves, and those that a shock does not name get theirs", () => {
    const other = { ...book, coins: [{ symbol: "SOL", spot: 150, surface: null }] };
    const draft = draftOf(covid, other);
    expect(draft.fields[0]).toMatchObject({ symbol: "SOL", text: "−43" });
    expect(draftedShock(draft, covid)).toMatchObject({
      ok: true,
      edit: { spotMoves: { ETH: -0.43, BTC: -0.39, SOL: -0.43 } },
    });
  });

  test("behavior: a peg that is put back to a dollar is no peg", () => {
    const drafted = typed({ "peg USDC": "1.00" }, shockOf("usdcPeg"));
    expect(drafted.ok && "pegs" in drafted.edit).toBe(false);
  });

  test.each([
    ["spot ETH", "−100", "A price falls by less than 100% and rises by at most 500%."],
    ["spot ETH", "500.1", "A price falls by less than 100% and rises by at most 500%."],
    ["spot ETH", "1e9", "Write the number out, without an exponent."],
    ["spot ETH", "", "Enter a number."],
    ["volatility ETH", "−101", "Between −100 and +300 points."],
    ["volatility ETH", "301", "Between −100 and +300 points."],
    ["peg USDC", "2.01", "Between $0 and $2."],
    ["peg USDC", "-1", "Between $0 and $2."],
    ["peg USDC", "0,95", "Use a point for decimals, and no comma."],
  ])("error: %s of %j", (key, text, fault) => {
    expect(typed({ [key]: text })).toEqual({ ok: false, faults: { [key]: fault } });
  });

  test("behavior: the ends of the limits are within them", () => {
    const ends = { "spot ETH": "-99.9", "spot BTC": "500", "volatility ETH": "-100", "volatility BTC": "300" };
    expect(typed({ ...ends, "peg USDC": "0" })).toMatchObject({ ok: true, edit: { pegs: { USDC: 0 } } });
  });

  test("error: a shock without a name, beside what else is wrong", () => {
    const draft = withFieldText({ ...draftOf(covid, book), name: "  " }, "spot ETH", "x");
    expect(draftedShock(draft, covid)).toEqual({
      ok: false,
      faults: { name: "Give the shock a name.", "spot ETH": "This is not a number." },
    });
  });
});

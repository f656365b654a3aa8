import { expect, test } from "vitest";
import { OWNER } from "@/lib/vault/vaultFixture";
import { type AlertFacts, NO_RULES, portfolioAlerts } from "./portfolioAlerts";
import { toldAfter } from "./toldAfter";

const rules = { ...NO_RULES, liquidationWithin: 0.15, shortfallOver: 0.05 };
const ID = `1 0xpool ${OWNER.toLowerCase()}`;
const loanAt = (move: number): AlertFacts["loans"] => [
  { id: ID, name: "The loan", nearest: { by: "coin", coins: ["ETH"], move } },
];
const QUIET: AlertFacts = {
  ...{ loans: loanAt(-0.3), unwatched: [], isComplete: true, shortfallShare: 0.02, isShortfallFinal: true },
  ...{ vaults: [], claimables: [] },
};

/** What is told at each of several moments, and what is kept after the last. */
function moments(facts: readonly Partial<AlertFacts>[], before: readonly string[] = []) {
  let told = before;
  const news = facts.map((changes) => {
    const now = { ...QUIET, ...changes };
    const after = toldAfter({ owner: OWNER, told, alerts: portfolioAlerts(rules, now), facts: now });
    told = after.told;
    return after.news.map(({ kind }) => kind).join();
  });
  return { news, told };
}

test("default: what comes again after it was over is told again: a dip in January, and one in June", () => {
  const dips = moments([{ loans: loanAt(-0.12) }, { loans: loanAt(-0.11) }, {}, { loans: loanAt(-0.03) }]);
  expect(dips.news).toEqual(["liquidation", "", "", "liquidation"]);
  const days = moments([{ shortfallShare: 0.06 }, { shortfallShare: 0.07 }, {}, { shortfallShare: 0.06 }]);
  expect(days.news).toEqual(["shortfall", "", "", "shortfall"]);
});

test("behavior: what trembles at the bound is told once", () => {
  expect(moments([-0.149, -0.164, -0.149, -0.166, -0.149].map((move) => ({ loans: loanAt(move) }))).news).toEqual([
    ...["liquidation", "", "", "", "liquidation"],
  ]);
  expect(moments([0.051, 0.046, 0.051, 0.044, 0.051].map((shortfallShare) => ({ shortfallShare }))).news).toEqual([
    ...["shortfall", "", "", "", "shortfall"],
  ]);
});

test("behavior: a loan that is gone is over where everything was read, and not while something is not", () => {
  const key = `liquidation ${ID} 0.15`;
  expect(moments([{ loans: [] }], [key]).told).toEqual([]);
  expect(moments([{ loans: [], isComplete: false }], [key]).told).toEqual([key]);
});

test("behavior: a shortfall is not over while it is computed, unknown or of a part of what is held", () => {
  const told = ["shortfall 0.05"];
  for (const changes of [{ isShortfallFinal: false }, { shortfallShare: null }, { isComplete: false }])
    expect(moments([changes], told).told).toBe(told);
});

test("behavior: each key is judged by its own bound; other owners' loans, settlements and claims stay told", () => {
  const others = [`liquidation 1 0xpool 0x${"99".repeat(20)} 0.15`, "settled 0xa 3", "claimable 0xa 1.00 WETH", "odd"];
  const wide = `liquidation ${ID} 0.4`;
  expect(moments([{}], [...others, wide, `liquidation ${ID} 0.2`, "shortfall 0.01"]).told).toEqual([
    ...[...others, wide, "shortfall 0.01"],
  ]);
});

import { expect, test } from "vitest";
import { alertsText, NO_ALERTS, parseAlerts } from "./alertsFile";
import { type AlertFacts, NO_RULES, portfolioAlerts, withBound } from "./portfolioAlerts";

const facts: AlertFacts = {
  loans: [
    { id: "pool", name: "WETH at Aave v3", nearest: { by: "coin", coins: ["ETH"], move: -0.12 } },
    { id: "other", name: "cbBTC at Aave v3", nearest: { by: "health", coins: [], move: -0.3 } },
  ],
  ...{ unwatched: [], isComplete: true, shortfallShare: 0.05, isShortfallFinal: true },
  vaults: [
    { id: "0xa", name: "ETH Covered Call", settledEpoch: 14 },
    { id: "0xb", name: "New", settledEpoch: 0 },
  ],
  claimables: [{ id: "0xa claimAssets", name: "ETH Covered Call", amount: "1.00 WETH" }],
};

test("default: bounds that are passed, settlements and what can be taken", () => {
  const rules = { liquidationWithin: 0.15, shortfallOver: 0.04, isSettledTold: true, isClaimableTold: true };
  expect(portfolioAlerts(rules, facts).map(({ key }) => key)).toEqual([
    "liquidation pool 0.15",
    "shortfall 0.04",
    "settled 0xa 14",
    "claimable 0xa claimAssets 1.00 WETH",
  ]);
});

test("behavior: nothing is told that nobody asked for, that is within its bound, or that is not known", () => {
  expect(portfolioAlerts(NO_RULES, facts)).toEqual([]);
  expect(portfolioAlerts({ ...NO_RULES, liquidationWithin: 0.1, shortfallOver: 0.05 }, facts)).toEqual([]);
  expect(portfolioAlerts({ ...NO_RULES, shortfallOver: 0.01 }, { ...facts, shortfallShare: null })).toEqual([]);
});

test("behavior: what is kept comes back, the oldest news forgotten first", () => {
  const told = Array.from({ length: 250 }, (_, index) => `settled ${index}`);
  const kept = parseAlerts(
    alertsText({ rules: { shortfallOver: 0.1, isSettledTold: true, isClaimableTold: false }, told }),
  );
  expect(kept.rules).toEqual({ shortfallOver: 0.1, isSettledTold: true, isClaimableTold: false });
  expect([kept.told.length, kept.told.at(-1)]).toEqual([200, "settled 249"]);
});

test.each(["7", "[]", '{"version":2,"rules":{}}', '{"version":1}'])(
  "error: what is not ours is nothing (%s)",
  (text) => {
    expect(parseAlerts(text)).toEqual(NO_ALERTS);
  },
);

test("error: bounds that are no shares are none", () => {
  const text = '{"version":1,"rules":{"liquidationWithin":"<b>","shortfallOver":-3},"told":[1,"x"]}';
  expect(parseAlerts(text)).toEqual({ rules: NO_RULES, told: ["x"] });
});

test("behavior: a bound is set and taken away without touching the others", () => {
  const rules = withBound({ ...NO_RULES, shortfallOver: 0.1 }, "liquidationWithin", 0.2);
  expect(rules).toEqual({ ...NO_RULES, shortfallOver: 0.1, liquidationWithin: 0.2 });
  expect(withBound(rules, "shortfallOver", 0)).toEqual({ ...NO_RULES, liquidationWithin: 0.2 });
});

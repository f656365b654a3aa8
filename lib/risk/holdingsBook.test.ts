import { expect, test } from "vitest";
import { MARKET } from "@/lib/vault/vaultFixture";
import { bookValue } from "./bookValues";
import { holdingsBook } from "./holdingsBook";
import { heldVault } from "./vaultHoldingFixture";

const holding = heldVault({ market: MARKET });

test("default: a holding's book is worth what the holding is", () => {
  const book = holdingsBook([holding]);
  expect(book.coins.map(({ symbol }) => symbol)).toEqual(["ETH"]);
  expect(book.parts).toHaveLength(1);
  expect(bookValue(book)).toBeCloseTo(holding.valueUsd, 6);
});

test("behavior: two addresses in one vault hold one part, each option once", () => {
  const [one, two] = [holdingsBook([holding]), holdingsBook([holding, holding])];
  expect(two.parts).toHaveLength(1);
  expect(two.parts[0]?.legs).toHaveLength(one.parts[0]?.legs.length ?? NaN);
  expect(bookValue(two)).toBeCloseTo(2 * bookValue(one), 6);
});

import { expect, test } from "vitest";
import { columnsText, pricedUnderlying } from "./pricedUnderlying";

test("default: the coin with the most dollars at work, long or short", () => {
  const eth = { underlying: "ETH", deltaUsd: 40_000 };
  expect(pricedUnderlying([eth, { underlying: "BTC", deltaUsd: -61_000 }])).toBe("BTC");
  expect(pricedUnderlying([eth, { underlying: "BTC", deltaUsd: 0 }])).toBe("ETH");
  expect(columnsText("ETH", ["ETH", "BTC"])).toBe("Columns: ETH price after the move; BTC moves by the same percent.");
});

test("behavior: a delta that is not known does not win, and one coin alone needs no second half", () => {
  const unknown = { underlying: "BTC", deltaUsd: Number.NaN };
  expect(pricedUnderlying([unknown, { underlying: "ETH", deltaUsd: 1 }])).toBe("ETH");
  expect(pricedUnderlying([unknown])).toBe("BTC");
  expect(pricedUnderlying([])).toBeUndefined();
  expect(columnsText("ETH", ["ETH"])).toBe("Columns: ETH price after the move.");
});

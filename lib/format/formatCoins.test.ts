import { expect, test } from "vitest";
import { formatCoins } from "./formatCoins";

const ETH = { symbol: "ETH", spot: 3_482.4 };

test.each([
  [270_421.47, ETH, "77.6538 ETH"],
  [-3_482.4, ETH, "−1.0000 ETH"],
  [0, ETH, "0.0000 ETH"],
  [96_840, { symbol: "BTC", spot: 96_840 }, "1.00000 BTC"],
  [3, { symbol: "ARB", spot: 0.3 }, "10.00 ARB"],
])("default: %d dollars", (usd, coin, text) => expect(formatCoins(usd, coin)).toBe(text));

test("error: without a price or a sum there is no amount", () => {
  expect(formatCoins(1, { symbol: "ETH", spot: 0 })).toBe("–");
  expect(formatCoins(Number.NaN, ETH)).toBe("–");
});

import { createElement, Fragment } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { bps } from "@/lib/units/Bps";
import { type TokenAmount, tokenAmount } from "@/lib/units/TokenAmount";
import { WAD } from "@/lib/units/Wad";
import { putVault, WETH } from "@/lib/vault/vaultFixture";
import { largestLoss } from "./largestLoss";

const bounded = (changes: Parameters<typeof putVault>[0] = {}) => {
  const vault = putVault(changes);
  return { ...vault, terms: { ...vault.terms, maxLoss: bps(800n) } };
};

const shown = (vault: ReturnType<typeof putVault>, assets: TokenAmount | null) =>
  renderToStaticMarkup(createElement(Fragment, null, largestLoss(vault, assets).value)).replace(/<[^>]*>/g, " ");

test("default: the share until an amount is typed, then its money too", () => {
  expect(shown(bounded(), null)).toBe("8.0%");
  expect(shown(bounded(), tokenAmount(10_000_000_000n))).toBe("8.0%: −800.00 USDC");
});

test("behavior: of a coin it is told in coins and in dollars of now, and that the coin can fall", () => {
  const coin = bounded({ asset: WETH, underlying: WETH });
  expect(shown(coin, null)).toContain("and WETH itself can fall");
  expect(shown(coin, tokenAmount(5n * WAD))).toMatch(
    /^8\.0%: −0\.40+ WETH about \$1,380 now, and WETH itself can fall/,
  );
});

test("behavior: without a bound it is all of it", () => {
  const vault = putVault();
  const open = { ...vault, terms: { ...vault.terms, maxLoss: bps(10_000n) } };
  expect(shown(open, tokenAmount(10_000_000n))).toBe("all of it: −10.00 USDC");
});

import { describe, expect, test } from "vitest";
import { NO_NUMBER } from "@/lib/format/numberText";
import { epochCosts } from "@/lib/vault/epochCosts";
import { requestGas } from "@/lib/vault/requestGas";
import { fillOf, NO_MARKET, NOW, putVault } from "@/lib/vault/vaultFixture";
import { computeVaultFigures } from "./computeVaultFigures";
import { costStats, type GasPrice, gasPrice } from "./costStats";
import { expectedPremium } from "./expectedPremium";

const figures = computeVaultFigures(putVault(), { pastEpochs: [], fills: [fillOf()] }, { now: NOW, market: NO_MARKET });
const GWEI = 10n ** 9n;

/** The strip for 10,000 dollars at a price of gas, each stat by its label. */
function strip(gas: GasPrice) {
  const { vault } = figures;
  const expected = expectedPremium(figures);
  const costs = epochCosts({
    assets: 10_000,
    assetUsd: 1,
    premium: expected?.share ?? null,
    epochSeconds: 604_800,
    managementFee: vault.terms.managementFee,
    performanceFee: vault.terms.performanceFee,
    sharePrice: vault.sharePrice,
    highWaterMark: vault.highWaterMark,
    steps: requestGas("permit"),
    gas: gas.ok ? gas : null,
  });
  return costStats({ figures, expected, costs, gas }).map(({ label, value, note }) => ({ label, value, note }));
}

const OF_GAS = ["Network fees, in and out", "Break-even", "Smallest sensible deposit"];

describe("costs on the vault's page", () => {
  test("default: every figure once gas has a price", () => {
    const stats = strip(gasPrice(10n * GWEI, 3_000));
    expect(stats.every(({ value }) => value !== NO_NUMBER)).toBe(true);
    expect(stats.find(({ label }) => label === OF_GAS[0])?.note).toBe("4 transactions at 10.0 gwei");
  });

  test.each([
    ["gas price not read yet", undefined, 3_000],
    ["gas price not read yet", 10n * GWEI, undefined],
    ["the price feed of the coin that gas is paid in gives no price now", 10n * GWEI, null],
    ["the price feed of the coin that gas is paid in gives no price now", undefined, null],
  ])("error: %s, and nothing else is withheld", (why, weiPerGas, coinUsd) => {
    const [whole, part] = [strip(gasPrice(10n * GWEI, 3_000)), strip(gasPrice(weiPerGas, coinUsd))];
    expect(part.filter(({ note }) => note === why).map(({ label }) => label)).toEqual(OF_GAS);
    expect(part.filter(({ label }) => !OF_GAS.includes(label))).toEqual(
      whole.filter(({ label }) => !OF_GAS.includes(label)),
    );
  });
});

import { expect, test } from "vitest";
import { fillOf, MARKET, NOW, OPENED } from "@/lib/vault/vaultFixture";
import { heldVault } from "../vaultHoldingFixture";
import { CAUSES } from "./Attribution";
import { epochAttribution } from "./epochAttribution";

const fills = [fillOf()];

test("default: the causes add up to the holding's own result of the epoch", () => {
  const holding = heldVault({ market: MARKET });
  const found = epochAttribution({ holding, fills, now: NOW });
  if (found === null || holding.epochProfit === null) throw new Error("nothing held");
  const sum = CAUSES.reduce((total, cause) => total + found[cause], 0);
  expect(sum).toBeCloseTo(found.total, 9);
  // The result counts from the deposit, the attribution from deposit, premium and options sold: the same but for rounding of the fills.
  expect(found.total).toBeCloseTo(holding.epochProfit.usd, 2);
  expect(found.theta).toBeGreaterThan(0);
  expect(found.premium).toBe(0);
});

test("behavior: at the moment of the sale there is nothing to tell", () => {
  const spot = { ...heldVault().vault.spot, price: heldVault().vault.epoch.spotAtOpen };
  const vault = { ...heldVault().vault, spot };
  const { filledAt } = fillOf();
  const holding = heldVault({ vault, now: filledAt });
  const found = epochAttribution({ holding, fills, now: filledAt });
  expect(OPENED).toBeLessThanOrEqual(filledAt);
  for (const cause of CAUSES) expect(Math.abs(found?.[cause] ?? Number.NaN)).toBeLessThan(0.01);
});

test("error: without fills, or without options, there is none", () => {
  const holding = heldVault({ market: MARKET });
  expect(epochAttribution({ holding, fills: [], now: NOW })).toBeNull();
  expect(epochAttribution({ holding: { ...holding, epochProfit: null }, fills, now: NOW })).toBeNull();
});

import { describe, expect, test } from "vitest";
import { signedCoins } from "@/lib/format/describeGreeks";
import { NO_NUMBER } from "@/lib/format/numberText";
import { MODELS } from "@/lib/pricing/modelFixture";
import { fillOf, MARKET, NOW, putVault } from "@/lib/vault/vaultFixture";
import { blackRows, type ComparisonRow } from "./comparisonRows";
import { computeVaultFigures } from "./computeVaultFigures";
import { deltaStats } from "./deltaStats";
import { marketOf } from "./marketFixture";

const figures = computeVaultFigures(putVault(), { pastEpochs: [], fills: [fillOf()] }, { now: NOW, market: MARKET });
const [smile] = blackRows(figures);
const model = MODELS.find(({ name }) => name === "heston");
if (smile === undefined || model === undefined) throw new TypeError("the fixtures have both");
const quality = { sse: 0, rmsVolatility: 0.01, worstVolatility: 0.02, activeBounds: [], iterations: 3 };
const fitted = { name: "heston", fitted: { ok: true, model, quotes: 9, fit: quality }, failure: undefined } as const;

const statsOf = (units: number, heston: Omit<ComparisonRow, "choice">) =>
  deltaStats({ figures, view: marketOf(), units, rows: [smile, { choice: "heston", ...heston }] });

describe("delta by the smile's rule", () => {
  test("default: the first is the delta of the strip, the others differ, each with the coin as its unit", () => {
    const stats = statsOf(10_000, { figures: smile.figures, fit: fitted });
    expect(stats.map(({ label, unit }) => [label, unit])).toEqual([
      ["Sticky strike", "ETH"],
      ["Sticky delta", "ETH"],
      ["Least variance", "ETH"],
    ]);
    expect(stats[0]?.value).toBe(signedCoins(10_000 * (smile.figures?.delta ?? Number.NaN)));
    expect(new Set(stats.map(({ value }) => value)).size).toBe(3);
    expect(stats[2]?.note).toContain("ρ −0.40");
  });

  test("error: Heston that is not there yet, or cannot be fitted, has no figure and says so", () => {
    const waiting = { value: NO_NUMBER, note: "Heston is being fitted …" };
    expect(statsOf(1, { figures: null, fit: undefined })[2]).toMatchObject(waiting);
    expect(statsOf(1, { figures: null, fit: fitted })[2]).toMatchObject(waiting);
    const uncomputed = { value: NO_NUMBER, note: "Heston could not be computed" };
    expect(statsOf(1, { figures: null, fit: fitted, failure: "lost" })[2]).toMatchObject(uncomputed);
    const failed = { value: NO_NUMBER, note: "Heston could not be fitted" };
    const none = { name: "heston", fitted: { ok: false, reason: "tooFewQuotes" }, failure: undefined } as const;
    expect(statsOf(1, { figures: null, fit: none })[2]).toMatchObject(failed);
    expect(statsOf(1, { figures: null, fit: { ...none, fitted: undefined, failure: "lost" } })[2]).toMatchObject(
      failed,
    );
  });
});

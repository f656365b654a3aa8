import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MINUS, NO_NUMBER } from "@/lib/format/numberText";
import { vaultHolding } from "@/lib/risk/vaultHolding";
import { shares, sharesToNumber } from "@/lib/units/Shares";
import { tokenAmount } from "@/lib/units/TokenAmount";
import { WAD } from "@/lib/units/Wad";
import type { PastEpoch } from "@/lib/vault/Epoch";
import { type EpochStory, livedHistory } from "@/lib/vault/historyFixture";
import { realisedReturn } from "@/lib/vault/realisedReturn";
import { fillOf, NO_MARKET, NOW, pastEpoch, positionOf, putEpoch, putVault, WETH } from "@/lib/vault/vaultFixture";
import { amountText } from "./amountText";
import { computeVaultFigures } from "./computeVaultFigures";
import { expectedPremium } from "./expectedPremium";
import { capText, depositsText, isFull, lostText, premiumText, realisedText, tailText } from "./figureTexts";
import { measures } from "./honestReturn";
import { partRows } from "./partRows";
import { profitSoFar } from "./profitAt";
import { readerSize, sizeText } from "./readerSize";
import { vaultStats } from "./vaultStats";

const MOMENT = { now: NOW, market: NO_MARKET };
const WHOLE = 10n ** 18n;
const pastEpochs = [104n, 101n, 107n].map((price, index) => {
  return pastEpoch(index + 1, (WHOLE * price) / 100n, { payout: tokenAmount(index === 1 ? 40_000n : 0n) });
});
const past = { pastEpochs, fills: [fillOf()] };
const figures = computeVaultFigures(putVault(), past, MOMENT);

describe("one figure, one text", () => {
  test("default: row and page say the same of premium, realised, tail and deposits", () => {
    const [premium, projected, realised, tail, deposits] = vaultStats(figures);
    expect(premium?.value).toBe(premiumText(figures));
    expect(projected?.note).toBe("if no epoch ever lost; before fees");
    expect(realised?.value).toBe(realisedText(figures.realised));
    expect(realised?.note).toContain(
      lostText(figures.realised ?? realisedReturn({ epochs: [], isInUnderlying: false })),
    );
    expect(tail?.value).toBe(tailText(figures));
    expect(deposits).toMatchObject({ value: depositsText(figures), note: `${capText(figures)} cap` });
    expect([premium?.value, realised?.value, deposits?.value]).toEqual(["+0.60%", "+7.00%", "$1.0M"]);
  });

  test("behavior: the portfolio's profit of a holding is the page's profit of the same shares", () => {
    const held = shares(9_500n * WAD);
    const holding = vaultHolding({
      vault: putVault(),
      fills: past.fills,
      position: positionOf({}, { shares: held }),
      market: NO_MARKET,
      now: NOW,
    });
    const units = sharesToNumber(held) * figures.unitsPerShare;
    expect((holding.epochProfit?.inAsset ?? Number.NaN) / units).toBeCloseTo(profitSoFar(figures) ?? Number.NaN, 12);
  });

  test("behavior: full is where no request fits any more, on the row and on the page", () => {
    const full = computeVaultFigures(putVault({ pendingDepositAssets: tokenAmount(3_993_950_000_000n) }), past, MOMENT);
    expect(isFull(full)).toBe(true);
    expect(capText(full)).toBe("full, 100% of $5.0M");
    expect(vaultStats(full)[4]?.note).toBe("full, 100% of $5.0M cap");
  });
});

describe("honest return", () => {
  const told = (epochs: readonly PastEpoch[] = pastEpochs, isInUnderlying = false) =>
    realisedReturn({ epochs, isInUnderlying });
  const lines = (of = figures, realised = told()) => new Map(measures(realised, of).map((one) => [one.name, one]));

  test("default: result, year with its horizon, holding, worst sides and counts, in both units", () => {
    const rows = lines();
    expect(rows.get("This vault, all fees in")?.inAsset).toEqual({ text: "+7.00%", sign: expect.closeTo(0.07, 12) });
    expect(rows.get("The same on a year, realised")?.inAsset).toMatchObject({
      text: expect.stringMatching(/^\+\d+\.\d% p\.a\.$/),
      note: "3 epochs, 21 days",
    });
    expect(rows.get("Holding USDC instead")?.inUsd).toEqual({ text: "0.00%", sign: 0 });
    expect(rows.get("Holding ETH instead")?.inUsd.text).toBe("+10.00%");
    expect(rows.get("Worst epoch")?.inAsset).toMatchObject({ text: "−2.88%", note: "epoch 2" });
    expect(rows.get("Deepest fall from a high")?.inAsset.text).toBe("−2.88%");
    expect(rows.get("Epochs that lost")?.inAsset).toEqual({ text: "1 of 3", sign: 0, note: "33%" });
    expect(rows.get("Epochs assigned: the vault paid out")?.inUsd.text).toBe("1 of 3");
  });

  test("behavior: a deposit in the coin has its own column of dollars, and holding is the coin", () => {
    const inCoin = computeVaultFigures(putVault({ asset: WETH }), past, MOMENT);
    const rows = lines(inCoin, told(pastEpochs, true));
    expect(rows.get("This vault, all fees in")?.inUsd.text).toBe("+17.70%");
    expect(rows.get("Holding ETH instead")).toMatchObject({ inAsset: { text: "0.00%" }, inUsd: { text: "+10.00%" } });
    expect(rows.has("Holding WETH instead")).toBe(false);
  });

  const numberOf = (text: string) => Number(text.replace(MINUS, "-").replace(/[+$,%]/g, ""));

  test("behavior: the parts shown add up; a minus is never green, and a plus never red", () => {
    const story: fc.Arbitrary<EpochStory> = fc.record({
      premium: fc.integer({ min: 0, max: 40_000 }),
      payout: fc.integer({ min: 0, max: 60_000 }),
    });
    fc.assert(
      fc.property(fc.array(story, { minLength: 1, maxLength: 12 }), fc.boolean(), (list, isInUnderlying) => {
        const epochs = livedHistory(list, { managementBps: 100n, performanceBps: 1_000n });
        const realised = told(epochs, isInUnderlying);
        const cells = measures(realised, figures).flatMap(({ inAsset, inUsd }) => [inAsset, inUsd]);
        const { rows, net } = partRows(realised, figures);
        const parts = [...rows, net].flatMap(({ inAsset, inUsd, share, sign }) => {
          return [inAsset, inUsd, share].map((text) => ({ text, sign }));
        });
        const shown = (of: "inAsset" | "inUsd" | "share") => {
          const digits = [...rows, net].map((row) => numberOf(row[of]));
          return digits.slice(0, -1).reduce((sum, digit) => sum + digit, -(digits.at(-1) ?? Number.NaN));
        };
        for (const of of ["inAsset", "share"] as const) expect(Math.abs(shown(of))).toBeLessThan(1e-6);
        if (net.inUsd !== NO_NUMBER) expect(Math.abs(shown("inUsd"))).toBeLessThan(0.5);
        for (const { text, sign } of [...cells, ...parts]) {
          if (text.startsWith(MINUS)) expect(sign).toBeLessThanOrEqual(0);
          if (text.startsWith("+")) expect(sign).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 50 },
    );
  });

  test("behavior: the parts on screen are the parts of the events, signed as they enter the sum", () => {
    const epochs = livedHistory([{ premium: 10_000, payout: 30_000, surplus: 5 }], {
      managementBps: 100n,
      performanceBps: 1_000n,
    });
    const { rows, net } = partRows(told(epochs), figures);
    expect(rows.map(({ name, inAsset }) => [name, inAsset])).toEqual([
      ["Premium from buyers", "+10,000.00"],
      ["Paid out to buyers", "−30,000.00"],
      ["Came back beyond the margin", "+5.00"],
      ["Management fee", "−187.95"],
      ["Performance fee", "0.00"],
    ]);
    expect(net).toMatchObject({ name: "Left to depositors", inAsset: "−20,182.95", share: "−2.02%" });
    expect(net.sign).toBeLessThan(0);
  });
});

describe("the reader's size", () => {
  const position = positionOf({}, { shares: shares(9_500n * WAD) });

  test("default: what was typed, else the position, else ten thousand dollars' worth", () => {
    expect(readerSize(figures, { typed: "250.5", position })).toEqual({ assets: 250.5, source: "typed" });
    expect(readerSize(figures, { typed: "", position }).source).toBe("position");
    expect(readerSize(figures, { typed: "", position }).assets).toBeCloseTo(10_000, 3);
    expect(readerSize(figures, { typed: "", position: null })).toEqual({ assets: 10_000, source: "usual" });
    expect(sizeText({ assets: 10_000, source: "usual" }, figures)).toBe("For 10,000 USDC");
    expect(sizeText({ assets: 250.5, source: "typed" }, figures)).toMatch(/^For the 250.50? USDC you typed$/);
    const inCoin = computeVaultFigures(putVault({ asset: WETH }), past, MOMENT);
    expect(readerSize(inCoin, { typed: "", position: null }).assets).toBeCloseTo(10_000 / 3_450, 12);
    expect(sizeText(readerSize(inCoin, { typed: "", position: null }), inCoin)).toMatch(
      /^For 2\.\d+ WETH, about \$10,000$/,
    );
  });

  test("behavior: a text that is no amount is none, and what waits to join counts", () => {
    expect(readerSize(figures, { typed: "1,5", position: null }).source).toBe("usual");
    const waiting = positionOf({ pendingDepositAssets: tokenAmount(700_000_000n) });
    expect(readerSize(figures, { typed: "", position: waiting })).toEqual({ assets: 700, source: "position" });
  });

  test("behavior: amounts for display have the asset's own digits", () => {
    expect(amountText(10_000, putVault())).toBe("10,000 USDC");
    expect(amountText(173.5412, putVault())).toBe("173.54 USDC");
    expect(amountText(2.898550724, putVault({ asset: WETH }))).toBe("2.8986 WETH");
  });

  test("behavior: the premium to expect is this epoch's, at rest the average, without history none", () => {
    expect(expectedPremium(figures)).toEqual({ share: figures.premium, source: "sold", epochs: 1 });
    const idle = computeVaultFigures(putVault({ epoch: putEpoch({ phase: "idle" }) }), past, MOMENT);
    expect(expectedPremium(idle)).toEqual({ share: expect.closeTo(0.01, 12), source: "average", epochs: 3 });
    expect(expectedPremium({ ...idle, realised: null })).toBeNull();
  });
});

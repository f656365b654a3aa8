import { describe, expect, test } from "vitest";
import { TEMPLATE_IDS, TEMPLATES } from "@/lib/products/templates";
import { profitAtExpiry } from "@/lib/products/value";
import { unixSeconds } from "@/lib/units/UnixSeconds";
import { NOW, putEpoch, putVault, WETH } from "@/lib/vault/vaultFixture";
import { buildChecks } from "./buildChecks";
import { COIN, draftOf, figuresOf, LISTED, PLACE, VIEW } from "./buildFixture";
import { parseBuildQuery } from "./buildQuery";
import { capChoices, withCap } from "./capChoices";
import { computeBuildFigures } from "./computeBuildFigures";
import { fromTemplate, withExpiry, withLeg, withNewLeg, withoutLeg, withStrikeAway, withStrikeNear } from "./editDraft";
import { exitsOf } from "./exits";
import { mismatchWords } from "./matchWords";
import { draftName, plainWords } from "./plainWords";
import { resolveDraft } from "./resolveDraft";
import { smileAt } from "./smileAt";
import { spanWords } from "./spanWords";
import { summaryItems } from "./summaryItems";

const query = (text: string) => parseBuildQuery(new URLSearchParams(text));
const [, low = 0, , sold = 0] = LISTED.strikes;
const [high = 0, far = 0] = [LISTED.strikes.at(-4), LISTED.strikes.at(-2)];
const put = (side: 1 | -1, strike: number) => ({ isPut: true, side, strike, quantity: 1 }) as const;
const call = (side: 1 | -1, strike: number) => ({ isPut: false, side, strike, quantity: 1 }) as const;
const strangle = { legs: [put(-1, sold), call(-1, high)] };

describe("figures", () => {
  test("default: sold at the bid, bought at the ask, a point of volatility apart; the mean result is what that costs", () => {
    const figures = figuresOf(strangle);
    const [first] = figures.legs;
    expect(first?.fill).toBeLessThan(first?.fair ?? 0);
    expect(figures.premiumUsd).toBeCloseTo(
      figures.legs.reduce((sum, { fill }) => sum + fill, 0),
      9,
    );
    expect(figures.expected).toBeLessThan(0);
    expect(figuresOf({ legs: [put(1, sold)] }).premiumUsd).toBeLessThan(-(first?.fair ?? 0));
  });

  test("behavior: the mean result is that of the settlement price's own law, whatever the structure", () => {
    for (const legs of [strangle.legs, [put(1, low), put(-1, sold)], [call(1, high), call(-1, far)]]) {
      for (const deposit of ["quote", "underlying"] as const) {
        const { product, law, expected } = figuresOf({ legs, deposit });
        const levels = Array.from({ length: 60_001 }, (_, step) => 0.25 * step);
        const mean = levels.slice(1).reduce((sum, level) => {
          const mass =
            (law?.probabilityBelow(level) ?? Number.NaN) - (law?.probabilityBelow(level - 0.25) ?? Number.NaN);
          return sum + mass * profitAtExpiry(product, level - 0.125, "usd");
        }, 0);
        expect(Math.abs(mean - expected)).toBeLessThan(0.02);
      }
    }
  });

  test("default: margin in full mode to the wei, and what is needed beside the premium", () => {
    const spread = figuresOf({ legs: [put(1, low), put(-1, sold)], size: 0.3 });
    const width = BigInt(sold - low);
    expect(spread.margin).toEqual({ ok: true, required: (width * 3n * 1_000_000n) / 10n });
    expect(spread.needed).toBeCloseTo(0.3 * (sold - low) - spread.premiumUsd, 6);
    expect(spread.worst.profit).toBeCloseTo(-(spread.needed ?? 0), 6);
    expect(figuresOf(strangle).margin).toEqual({ ok: false, reason: "unboundedUpwards" });
    expect(figuresOf({ legs: [call(-1, high)], deposit: "underlying" }).margin).toEqual({
      ok: true,
      required: 10n ** 18n,
    });
  });

  test("behavior: a stated collateral is used up where it, the premium and the payoff are nothing together", () => {
    const { usedUpAt, premiumUsd } = figuresOf({ ...strangle, collateral: 25_000 });
    expect(usedUpAt).toHaveLength(1);
    expect(usedUpAt[0]).toBeCloseTo(high + 25_000 + premiumUsd, 6);
    expect(figuresOf({ ...strangle }).usedUpAt).toEqual([]);
    expect(buildChecks(figuresOf({ ...strangle, collateral: 25_000 }))[0]?.detail).toMatch(/^used up at \$2\d,\d{3}$/);
  });

  test("behavior: a strike beyond what was fitted, and one that nobody quotes, are told", () => {
    const bare = VIEW.quotes.map((quote) => (quote.strike === sold ? { ...quote, bidVolatility: null } : quote));
    const view = { ...VIEW, quotes: bare };
    const listed = {
      ...LISTED,
      options: bare.filter(({ expiry }) => expiry === Number(LISTED.expiry)),
      fitted: [low, high] as const,
    };
    const outcome = computeBuildFigures({
      draft: draftOf({ legs: [put(-1, sold), call(1, far)] }),
      coin: COIN,
      listed,
      view,
      now: NOW,
    });
    const legs = outcome.ok ? outcome.figures.legs : [];
    expect(legs.map(({ isQuoted, isFitted }) => [isQuoted, isFitted])).toEqual([
      [false, true],
      [true, false],
    ]);
    expect(legs[0]?.fill).toBe(legs[0]?.fair);
  });

  test("error: an old market gives no figures, and says why", () => {
    const input = { draft: draftOf(), coin: COIN, listed: LISTED, view: VIEW };
    const later = unixSeconds(NOW + 3_600n);
    expect(computeBuildFigures({ ...input, now: later })).toMatchObject({ ok: false, absence: { reason: "stale" } });
  });
});

describe("words", () => {
  test("default: what is paid, the most and where, where it loses, the worst", () => {
    const words = plainWords(figuresOf(strangle)).join(" ");
    expect(words).toMatch(/^You are paid \$\d+\.\d\d now\. You gain most, \$\d+\.\d\d, if ETH settles between/);
    expect(words).toMatch(/You lose money below \$[\d,]+ or above \$[\d,]+\. The loss has no limit as ETH rises\.$/);
    expect(plainWords(figuresOf({ legs: [call(1, high)] })).join(" ")).toMatch(
      /^You pay .* no limit as ETH rises above .* You lose money below .* At worst you lose .*, below/,
    );
    const covered = figuresOf({ legs: [call(-1, high)], deposit: "underlying" });
    expect(plainWords(covered).join(" ")).toMatch(
      /You gain most above \$[\d,]+: \$[\d.]+, and with every further dollar only what/,
    );
    expect(summaryItems(covered)[1]?.value).toMatch(/^\+\$[\d.]+ at \$[\d,]+, then hardly more$/);
    expect(draftName(draftOf(strangle))).toBe("Short strangle");
    expect(draftName(draftOf({ legs: [put(-1, sold), put(-1, low)] }))).toBe("Your own structure");
  });

  test("behavior: unlimited is a word, and no figure is NaN, whatever the structure", () => {
    const structures = [
      strangle.legs,
      [put(1, sold)],
      [call(1, high)],
      [put(-1, sold), put(1, low)],
      [call(-1, high), call(-1, far)],
    ];
    for (const legs of structures) {
      for (const deposit of ["quote", "underlying"] as const) {
        const figures = figuresOf({ legs, deposit });
        const text = [...plainWords(figures), ...summaryItems(figures).map(({ value }) => String(value))].join(" ");
        expect(text).not.toMatch(/NaN|Infinity|undefined|–/);
      }
    }
    expect(summaryItems(figuresOf(strangle))[2]?.value).toBe("unlimited upwards");
  });

  test("default: spans of prices", () => {
    const end = Number.POSITIVE_INFINITY;
    expect(
      spanWords([
        { from: 0, to: 2850 },
        { from: 4200, to: end },
      ]),
    ).toBe("below $2,850 or above $4,200");
    expect(spanWords([{ from: 3500, to: 3500 }])).toBe("at exactly $3,500");
    expect(spanWords([{ from: 0, to: end }])).toBe("at any price");
    expect(spanWords([{ from: 0, to: 0 }])).toBe("at $0");
    expect(spanWords([{ from: end, to: end }])).toBe("at ever higher prices");
  });
});

describe("drafts", () => {
  test("default: an empty address is a condor, some days ahead, at listed strikes", () => {
    const resolved = resolveDraft(query(""), PLACE);
    expect(resolved?.notes).toEqual([]);
    expect(resolved && draftName(resolved.draft)).toBe("Iron condor");
    for (const { strike } of resolved?.draft.legs ?? []) expect(resolved?.listed.strikes).toContain(strike);
  });

  test("behavior: a day that has passed, a strike that is not listed and a wrong text each have a sentence", () => {
    const notes = (text: string) => resolveDraft(query(text), PLACE)?.notes.join(" ") ?? "";
    expect(notes("expiry=2020-01-03")).toMatch(/^Fri 3 Jan 2020 has passed: shown is /);
    expect(notes("expiry=2031-01-03")).toMatch(/has no ETH options listed: shown is /);
    expect(notes(`legs=-p${sold + 1}`)).toMatch(/^Not every strike is listed for .* Moved: \$[\d,]+ to \$[\d,]+\.$/);
    expect(notes("size=x&legs=y")).toBe("The link’s size and legs could not be read, so they are left at the usual.");
    expect(resolveDraft(query(""), { ...PLACE, expiries: [] })).toBeNull();
  });

  test("default: legs are moved, added and taken away", () => {
    const draft = draftOf(strangle);
    expect(withStrikeNear(draft, LISTED, { leg: 0, price: low + 1 }).legs[0]?.strike).toBe(low);
    expect(withStrikeAway(draft, LISTED, { leg: 1, steps: Number.POSITIVE_INFINITY }).legs[1]?.strike).toBe(
      LISTED.strikes.at(-1),
    );
    expect(withLeg(draft, 1, { side: 1 }).legs[1]?.side).toBe(1);
    expect(withNewLeg(draft, LISTED, COIN.spot).legs).toHaveLength(3);
    expect(
      withNewLeg(draftOf({ legs: Array.from({ length: 8 }, () => put(1, sold)) }), LISTED, COIN.spot).legs,
    ).toHaveLength(8);
    expect(withoutLeg(withoutLeg(draft, 0), 0).legs).toEqual([call(-1, high)]);
    const later = PLACE.expiries[1] ?? LISTED;
    for (const { strike } of withExpiry(draft, later).legs) expect(later.strikes).toContain(strike);
  });

  test("default: every template is had from every draft; a note's deposit decides its size", () => {
    const unitCost = (draft: ReturnType<typeof draftOf>) => -figuresOf(draft).premiumUsd;
    for (const id of TEMPLATE_IDS) {
      const draft = fromTemplate(draftOf(), id, { place: PLACE, listed: LISTED, unitCost });
      expect(draft && draftName(draft)).toBe(TEMPLATES[id].name);
    }
    const note = fromTemplate(draftOf(), "protectedNote", { place: PLACE, listed: LISTED, unitCost });
    const { worst, product } = figuresOf(note ?? {});
    expect(product.cash).toBe(10_000);
    expect(worst.profit).toBeGreaterThanOrEqual(-500);
    expect(worst.profit).toBeLessThan(-498);
    expect(
      fromTemplate(draftOf(), "longCall", { place: PLACE, listed: { ...LISTED, strikes: [] }, unitCost }),
    ).toBeNull();
  });
});

describe("cap", () => {
  test("default: the endless side first, a wing beyond the sold strike; bought, the loss has the end that was told", () => {
    const figures = figuresOf(strangle);
    const choices = capChoices(figures, smileAt(figures, VIEW));
    expect(choices?.side).toBe("up");
    const cap = choices?.caps[choices.proposed];
    expect(cap?.leg.strike).toBeGreaterThan(high);
    const capped = figuresOf(withCap(figures.draft, cap ?? { leg: call(1, far), cost: 0, worst: 0, side: "up" }));
    expect(capped.worst.profit).toBeGreaterThan(Number.NEGATIVE_INFINITY);
    expect(capChoices(capped, smileAt(capped, VIEW))?.side).toBe("down");
    const prices = Array.from({ length: 400 }, (_, step) => COIN.spot + 50 * step);
    const least = Math.min(...prices.map((price) => profitAtExpiry(capped.product, price, "usd")));
    expect(least).toBeCloseTo(cap?.worst ?? Number.NaN, 6);
  });

  test("behavior: nothing to cap, nothing proposed", () => {
    const figures = figuresOf({ legs: [put(1, low), put(-1, sold)] });
    expect(capChoices(figures, smileAt(figures, VIEW))).toBeNull();
  });
});

describe("exits", () => {
  const inCash = putVault();
  const inCoin = putVault({
    address: `0x${"d2".repeat(20)}`,
    asset: WETH,
    name: "ETH Covered Call",
    epoch: putEpoch({ legs: [] }),
  });
  const bitcoin = putVault({ address: `0x${"d3".repeat(20)}`, underlyingSymbol: "BTC", name: "BTC Put" });

  test("default: a sold put leads to the vault that sells one, with an amount; the others say why not", () => {
    const figures = figuresOf({ legs: [put(-1, sold)], size: 2 });
    const { ways, others } = exitsOf(figures, VIEW, [inCash, inCoin, bitcoin]);
    expect(ways.map(({ vaults }) => vaults.map(({ name }) => name))).toEqual([["ETH Put Income"]]);
    expect(ways[0]?.href).toMatch(/^\/vaults\/31337\/0x(d1){20}#deposit=\d+\.\d\d$/);
    expect(ways[0]?.deposit).toBeGreaterThan(5_000);
    expect(others.map(({ vault, reason }) => mismatchWords(reason, vault, figures))).toEqual([
      "It takes WETH; this is held in USDC.",
      "Its options are on BTC.",
    ]);
  });

  test("behavior: what nobody does leads nowhere", () => {
    const { ways, others } = exitsOf(figuresOf({ legs: [call(1, high), put(1, sold)] }), VIEW, [inCash]);
    expect(ways).toEqual([]);
    expect(others.map(({ reason }) => reason.kind)).toEqual(["lacks"]);
  });
});

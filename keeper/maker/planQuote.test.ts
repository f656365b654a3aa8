import { describe, expect, it } from "vitest";
import { price8 } from "@/lib/units/Price8";
import { tokenAmount } from "@/lib/units/TokenAmount";
import { unixSeconds } from "@/lib/units/UnixSeconds";
import { WAD, wad } from "@/lib/units/Wad";
import type { EpochLeg } from "@/lib/vault/Epoch";
import { packagePremium, planQuote, type QuoteInput } from "./planQuote";
import { realisedVolatility } from "./realisedVolatility";

const ROLL = 1_795_161_600n;
const MAKER = `0x${"7".repeat(40)}` as const;
const dollars = (value: number) => price8(BigInt(value) * 10n ** 8n);

const leg = (isPut: boolean, side: 1 | -1, strike: number): EpochLeg => ({
  isPut,
  side,
  strike: dollars(strike),
  ratio: WAD,
  seriesId: BigInt(strike),
});

const token = (digit: string, decimals: number) =>
  ({ address: `0x${digit.repeat(40)}`, symbol: digit, decimals }) as const;

function input(legs: readonly EpochLeg[], change: Partial<QuoteInput> = {}): QuoteInput {
  const epoch = {
    number: 1,
    phase: "selling",
    saleEnd: unixSeconds(ROLL + 3_600n),
    clearEnd: unixSeconds(ROLL + 25_200n),
    expiry: unixSeconds(ROLL + 604_800n),
    sizeOffered: wad(100n * WAD),
    floorPerUnit: tokenAmount(1n),
    legs,
  };
  return {
    // A plan reads these fields of a vault's state and no other.
    state: { asset: token("2", 6), underlying: token("1", 18), epoch } as unknown as QuoteInput["state"],
    market: {
      spot: { price: dollars(3_400), updatedAt: unixSeconds(ROLL), feed: MAKER, maxAgeSeconds: 1 },
      quoted: null,
      impliedVolatility: null,
      realisedVolatility: 0.6,
      evidence: { kind: "none" },
    },
    profile: {
      name: "flat",
      expectedVolatility: 0.5,
      realisedWeight: 1,
      skewPerDeviation: 0,
      margin: 0,
      sizeShare: 0.6,
    },
    balance: tokenAmount(10n ** 12n),
    quoting: [],
    maker: MAKER,
    now: unixSeconds(ROLL),
    ...change,
  };
}

describe("planQuote", () => {
  const put = [leg(true, -1, 3_125)];

  it("default", () => {
    const plan = planQuote(input(put));
    expect(plan).toMatchObject({ kind: "quote", size: 60n * WAD, deadline: ROLL + 25_200n });
    // Black in double precision elsewhere: forward 3400, strike 3125, σ 0.6, seven days
    if (plan.kind === "quote") expect(Number(plan.legPrices[0]) / 1e6).toBeCloseTo(21.91423, 5);
  });

  it.each<[string, Partial<QuoteInput>, string]>([
    ["the sale is over", { now: unixSeconds(ROLL + 3_600n) }, "noSale"],
    ["it quotes already", { quoting: [MAKER] }, "quotedAlready"],
    ["the feed is stale", { market: { ...input(put).market, spot: null } }, "noMarket"],
    ["nothing is left", { balance: tokenAmount(0n) }, "noBalance"],
  ])("behavior: no quote when %s", (_, change, reason) => {
    expect(planQuote(input(put, change))).toEqual({ kind: "none", reason });
  });

  it("behavior: no quote below the floor, one at the floor", () => {
    const quote = planQuote(input(put));
    const premium = quote.kind === "quote" ? (quote.legPrices[0] ?? tokenAmount(0n)) : tokenAmount(0n);
    const withFloor = (floorPerUnit: bigint) => {
      const { state } = input(put);
      return planQuote(
        input(put, { state: { ...state, epoch: { ...state.epoch, floorPerUnit: tokenAmount(floorPerUnit) } } }),
      );
    };
    expect(withFloor(premium).kind).toBe("quote");
    expect(withFloor(premium + 1n)).toEqual({ kind: "none", reason: "belowFloor" });
  });

  it("behavior: never more than the balance pays for", () => {
    const plan = planQuote(input(put, { balance: tokenAmount(100_000_000n) }));
    if (plan.kind !== "quote") throw new Error("expected a quote");
    expect(plan.size).toBeLessThan(5n * WAD);
    expect((plan.size * packagePremium(input(put).state.epoch.legs, plan.legPrices)) / WAD).toBeLessThanOrEqual(
      100_000_000n,
    );
  });

  it("behavior: the margin lowers what it buys and raises what it sells", () => {
    const condor = [leg(true, 1, 2_925), leg(true, -1, 3_125)];
    const flat = planQuote(input(condor));
    const careful = planQuote(input(condor, { profile: { ...input(condor).profile, margin: 0.1 } }));
    if (flat.kind !== "quote" || careful.kind !== "quote") throw new Error("expected quotes");
    expect(Number(careful.legPrices[0]) / Number(flat.legPrices[0])).toBeCloseTo(1.1, 4);
    expect(Number(careful.legPrices[1]) / Number(flat.legPrices[1])).toBeCloseTo(0.9, 4);
  });
});

describe("a maker's own view", () => {
  it("behavior: blends what it expects with what the feed realised", () => {
    const put = [leg(true, -1, 3_125)];
    const own = (realisedWeight: number, realisedVolatility: number) => {
      const base = input(put);
      const profile = { ...base.profile, expectedVolatility: 0.6, realisedWeight };
      return planQuote({ ...base, profile, market: { ...base.market, realisedVolatility } });
    };
    expect(own(0, 1.5)).toEqual(own(1, 0.6));
    expect(own(0.5, 0.4)).toEqual(own(1, 0.5));
  });
});

describe("an option market", () => {
  it("behavior: each leg at the market's own volatility, whatever the maker expects", () => {
    const spread = [leg(true, 1, 2_925), leg(true, -1, 3_125)];
    const base = input(spread);
    const profile = { ...base.profile, expectedVolatility: 1.4, realisedWeight: 0.5, skewPerDeviation: 0.1 };
    const quoted = planQuote({
      ...base,
      profile,
      market: { ...base.market, quoted: { atTheMoney: 0.6, legs: [0.7, 0.6] } },
    });
    const alone = (strike: number, realisedVolatility: number) =>
      planQuote({ ...input([leg(true, -1, strike)]), market: { ...base.market, realisedVolatility } });
    const prices = [alone(2_925, 0.7), alone(3_125, 0.6)].map((plan) => plan.kind === "quote" && plan.legPrices[0]);
    expect(quoted).toMatchObject({ kind: "quote", legPrices: prices });
  });
});

describe("packagePremium", () => {
  it("behavior: sold less bought, times ratios, rounded down", () => {
    const legs = [
      { ...leg(true, 1, 1), ratio: wad(WAD / 3n) },
      { ...leg(true, -1, 2), ratio: wad(2n * WAD) },
    ];
    expect(packagePremium(legs, [tokenAmount(100n), tokenAmount(50n)])).toBe(66n);
  });
});

describe("realisedVolatility", () => {
  const points = (count: number, move: number, gap: (index: number) => number) => {
    let atSeconds = 0;
    return Array.from({ length: count }, (_, index) => {
      atSeconds += gap(index);
      return { price: 100 * Math.exp(index % 2 === 0 ? 0 : move), atSeconds };
    });
  };

  it("default", () => {
    // moves of 1 % an hour: 0.01·√8760 = 0.936
    expect(realisedVolatility(points(50, 0.01, () => 3_600))).toBeCloseTo(0.936, 3);
  });

  it("behavior: uneven gaps weigh by their time", () => {
    const uneven = realisedVolatility(points(51, 0.01, (index) => (index % 2 === 0 ? 1_800 : 5_400)));
    expect(uneven).toBeCloseTo(0.936, 2);
  });

  it("behavior: kept within 0.2 and 2, null with too little", () => {
    expect(realisedVolatility(points(50, 0, () => 3_600))).toBe(0.2);
    expect(realisedVolatility(points(50, 1, () => 3_600))).toBe(2);
    expect(realisedVolatility(points(7, 0.01, () => 3_600))).toBeNull();
    expect(realisedVolatility(points(50, 0.01, () => 0))).toBeNull();
  });
});

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type RandomStream, randomStream } from "@/lib/math/randomStream";
import { MAX_LEGS, type MarginResult, requiredCollateral } from "@/lib/products/margin";
import { type ExactLeg, netPayoffDown, type SettlementUnit } from "@/lib/products/payoffExact";
import { portfolioRequirement, type Scenario } from "@/lib/products/portfolioMargin";
import { bps } from "@/lib/units/Bps";
import { type Price8, price8 } from "@/lib/units/Price8";
import { wad } from "@/lib/units/Wad";
import { crashColumns } from "./portfolioVectors/crashColumns";
import { digestColumns } from "./portfolioVectors/digestColumns";
import { shortfallColumns } from "./portfolioVectors/shortfallColumns";
import { sliceColumns } from "./portfolioVectors/sliceColumns";

/**
 * Writes the vectors that hold Solidity and lib/products together, to the wei: margin and payoff, and of portfolio mode margin, slices, shortfalls and a crash.
 * Deterministic: a second run changes nothing.   Usage: tsx scripts/vectors.ts [folder]
 */

type Portfolio = { readonly legs: readonly ExactLeg[]; readonly unit: SettlementUnit };
type Columns = Record<string, string[]>;

const FOLDER = join(import.meta.dirname, "../contracts/test/vectors");
const SEED = 20261122;
const RANDOM_ROWS = 300;
const ONE = 10n ** 18n;
const DOLLAR = 10n ** 8n;
const LARGEST_SIZE = 2n ** 127n - 1n;
const LARGEST_PRICE = 2n ** 96n - 1n;
const STATUS = { ok: "0", unboundedUpwards: "1", unboundedDownwards: "2", tooManyLegs: "3" } as const;

const put = (strike: bigint, size: bigint): ExactLeg => ({ isPut: true, strike: price8(strike), size: wad(size) });
const call = (strike: bigint, size: bigint): ExactLeg => ({ isPut: false, strike: price8(strike), size: wad(size) });
const dollars = (whole: bigint): bigint => whole * DOLLAR;
const UNITS: readonly SettlementUnit[] = [false, true].flatMap((inUnderlying) =>
  [6, 8, 18].map((decimals) => ({ inUnderlying, decimals })),
);

/** Shapes that vaults trade, and the corners: empty, equal strikes, exact cancellation, one wei, the largest numbers. */
const EDGES: readonly (readonly ExactLeg[])[] = [
  [],
  [call(dollars(3800n), -ONE)],
  [put(dollars(3100n), -ONE)],
  [put(dollars(2900n), ONE), put(dollars(3100n), -ONE), call(dollars(3750n), -ONE), call(dollars(3950n), ONE)],
  [put(dollars(2900n), ONE), put(dollars(3400n), -ONE), call(dollars(3400n), -ONE), call(dollars(3950n), ONE)],
  [call(dollars(3000n), ONE), call(dollars(3900n), -ONE)],
  [call(dollars(3900n), ONE), call(dollars(3000n), -ONE)],
  [put(dollars(3000n), ONE), put(dollars(3900n), -ONE)],
  [put(dollars(3000n), -ONE), call(dollars(3000n), -ONE)],
  [put(dollars(3000n), ONE), call(dollars(3000n), ONE), call(dollars(6000n), -ONE)],
  [put(dollars(50n), 2n * ONE), put(dollars(100n), -ONE)],
  [put(dollars(50n), -2n * ONE), put(dollars(100n), ONE)],
  [put(dollars(50n), ONE), put(dollars(100n), -ONE)],
  [put(dollars(50n), -ONE), put(dollars(100n), ONE)],
  [put(dollars(50n), 2n * ONE - 1n), put(dollars(100n), -ONE)],
  [call(dollars(100n), ONE), call(dollars(100n), -ONE)],
  [put(dollars(100n), ONE - 1n), put(dollars(100n), -ONE)],
  [call(dollars(100n), 1n), call(dollars(200n), -1n)],
  [call(1n, -1n)],
  [put(1n, -1n)],
  [put(1n, 1n), call(1n, 1n)],
  [put(LARGEST_PRICE, -LARGEST_SIZE)],
  [call(LARGEST_PRICE, -LARGEST_SIZE)],
  [call(1n, LARGEST_SIZE), call(LARGEST_PRICE, -LARGEST_SIZE)],
  Array.from({ length: MAX_LEGS }, (_, index) => put(dollars(BigInt(index + 1)), index % 2 === 0 ? -ONE : ONE)),
  Array.from({ length: MAX_LEGS + 1 }, (_, index) => put(dollars(BigInt(index + 1)), ONE)),
];

function randomInteger(random: RandomStream, below: bigint): bigint {
  return (BigInt(Math.floor(random.uniform() * 2 ** 52)) * below) / 2n ** 52n;
}

/** A strike with cents, with all eight decimals, or of any size. */
function randomPrice(random: RandomStream): Price8 {
  const kind = random.uniform();
  if (kind < 0.5) return price8(dollars(1n) + randomInteger(random, 10_000n) * 50n * DOLLAR);
  if (kind < 0.9) return price8(1n + randomInteger(random, dollars(200_000n)));
  return price8(1n + randomInteger(random, 2n ** BigInt(1 + Math.floor(random.uniform() * 95))));
}

function randomSize(random: RandomStream): bigint {
  const magnitude =
    random.uniform() < 0.3 ? ONE : 1n + randomInteger(random, 10n ** BigInt(1 + Math.floor(random.uniform() * 24)));
  return random.uniform() < 0.5 ? magnitude : -magnitude;
}

/** Up to eight legs; half of them get a tail hedge, so that bounded portfolios are as frequent as refused ones. */
function randomPortfolio(random: RandomStream): Portfolio {
  const count = 1 + Math.floor(random.uniform() * (MAX_LEGS - 1));
  const legs = Array.from({ length: count }, (): ExactLeg => {
    const strike = randomPrice(random);
    const size = randomSize(random);
    return random.uniform() < 0.5 ? put(strike, size) : call(strike, size);
  });
  const unit = UNITS[Math.floor(random.uniform() * UNITS.length)] ?? { inUnderlying: false, decimals: 18 };
  return { legs: random.uniform() < 0.5 ? legs : [...legs, hedge(legs, { random, unit })], unit };
}

function hedge(
  legs: readonly ExactLeg[],
  how: { readonly random: RandomStream; readonly unit: SettlementUnit },
): ExactLeg {
  const strike = randomPrice(how.random);
  const wanted = legs.filter((leg) => leg.isPut === how.unit.inUnderlying);
  const short = wanted.reduce((sum, leg) => sum - leg.size * (leg.isPut ? leg.strike : 1n), 0n);
  const size = how.unit.inUnderlying ? short / strike + 1n : short;
  const bounded = size > 0n && size <= LARGEST_SIZE ? size : 1n;
  return how.unit.inUnderlying ? put(strike, bounded) : call(strike, bounded);
}

function portfolios(): readonly Portfolio[] {
  const random = randomStream({ seed: SEED });
  const edges = EDGES.flatMap((legs) => UNITS.map((unit) => ({ legs, unit })));
  return [...edges, ...Array.from({ length: RANDOM_ROWS }, () => randomPortfolio(random))];
}

/** One final price a portfolio: at, beside, below and above its strikes, or anywhere. Never 0 where the price divides. */
function finalPrice(random: RandomStream, { legs, unit }: Portfolio): Price8 {
  const strike = legs[Math.floor(random.uniform() * legs.length)]?.strike ?? price8(dollars(3000n));
  const choices = [strike, strike - 1n, strike + 1n, strike / 3n, strike * 7n, 0n, 1n, randomPrice(random)];
  const price = choices[Math.floor(random.uniform() * choices.length)] ?? strike;
  if (price > LARGEST_PRICE) return price8(LARGEST_PRICE);
  return price8(price === 0n && unit.inUnderlying ? 1n : price);
}

function portfolioColumns(rows: readonly Portfolio[]): Columns {
  const legs = rows.flatMap((row) => row.legs);
  let first = 0;
  const firstLeg = rows.map((row) => {
    const here = first;
    first += row.legs.length;
    return String(here);
  });
  return {
    inUnderlying: rows.map((row) => (row.unit.inUnderlying ? "1" : "0")),
    decimals: rows.map((row) => String(row.unit.decimals)),
    firstLeg,
    legCount: rows.map((row) => String(row.legs.length)),
    legIsPut: legs.map((leg) => (leg.isPut ? "1" : "0")),
    legStrike: legs.map((leg) => String(leg.strike)),
    legSize: legs.map((leg) => String(leg.size)),
  };
}

function marginColumns(rows: readonly Portfolio[]): Columns {
  const results = rows.map((row): MarginResult => requiredCollateral(row.legs, row.unit));
  return {
    ...portfolioColumns(rows),
    status: results.map((result) => (result.ok ? STATUS.ok : STATUS[result.reason])),
    required: results.map((result) => (result.ok ? String(result.required) : "0")),
  };
}

function payoffColumns(all: readonly Portfolio[]): Columns {
  const random = randomStream({ seed: SEED, stream: 1 });
  const rows = all.filter((row) => row.legs.length <= MAX_LEGS);
  const prices = rows.map((row) => finalPrice(random, row));
  return {
    ...portfolioColumns(rows),
    price: prices.map(String),
    net: rows.map((row, index) => String(netPayoffDown(row.legs, prices[index] ?? price8(1n), row.unit))),
  };
}

/** Scenarios around a strike or anywhere, up to the widest that the parameters allow. */
function randomScenario(random: RandomStream, { legs }: Portfolio): Scenario {
  const strike = legs[Math.floor(random.uniform() * legs.length)]?.strike;
  const spot =
    strike !== undefined && random.uniform() < 0.7 ? (strike * (500n + randomInteger(random, 1_000n))) / 1_000n : 0n;
  const bounded = spot > LARGEST_PRICE ? LARGEST_PRICE : spot;
  return {
    spot: bounded > 0n ? price8(bounded) : randomPrice(random),
    downBps: bps(1n + randomInteger(random, 9_900n)),
    upBps: bps(1n + randomInteger(random, 50_000n)),
    floorBps: bps(1n + randomInteger(random, 10_000n)),
  };
}

function portfolioMarginColumns(all: readonly Portfolio[]): Columns {
  const random = randomStream({ seed: SEED, stream: 2 });
  const rows = all.filter((row) => row.legs.length <= MAX_LEGS);
  const scenarios = rows.map((row) => randomScenario(random, row));
  const required = rows.map(({ legs, unit }, index) =>
    portfolioRequirement(legs, { unit, scenario: scenarios[index] ?? randomScenario(random, { legs, unit }) }),
  );
  return {
    ...portfolioColumns(rows),
    spot: scenarios.map(({ spot }) => String(spot)),
    downBps: scenarios.map(({ downBps }) => String(downBps)),
    upBps: scenarios.map(({ upBps }) => String(upBps)),
    floorBps: scenarios.map(({ floorBps }) => String(floorBps)),
    required: required.map(String),
  };
}

function write(folder: string, name: string, columns: Columns): void {
  writeFileSync(join(folder, name), `${JSON.stringify(columns, null, 1)}\n`);
}

const folder = process.argv[2] ?? FOLDER;
mkdirSync(folder, { recursive: true });
const rows = portfolios();
write(folder, "margin.json", marginColumns(rows));
write(folder, "payoff.json", payoffColumns(rows));
write(folder, "portfolioMargin.json", portfolioMarginColumns(rows));
write(folder, "slices.json", sliceColumns(randomStream({ seed: SEED, stream: 3 })));
write(folder, "shortfalls.json", shortfallColumns(randomStream({ seed: SEED, stream: 4 })));
write(folder, "crash.json", crashColumns());
write(folder, "digests.json", digestColumns());
console.log(`${rows.length} portfolios written to ${folder}`);

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { type Measured, measure, type Work } from "./measure";
import type { TaskName } from "./tasks";
import { normalPoints, optionColumns } from "./workloads";

const FOLDER = fileURLToPath(new URL("../../bench/peers/", import.meta.url));
/** Exact versions: a peer that changes by itself measures nothing. */
const PACKAGES = {
  jstat: "1.9.6",
  "simple-statistics": "7.12.1",
  "black-scholes": "1.1.0",
  greeks: "1.0.0",
  "implied-volatility": "1.0.0",
} as const;
type PackageName = keyof typeof PACKAGES;

/** Price or derivative of one option: spot, strike, years, volatility, rate, "call" or "put". */
type OptionFunction = (s: number, k: number, t: number, v: number, r: number, side: string, scale?: number) => number;

/** An npm library on one of our workloads; `remark` says in what its answers are not ours. */
export type NpmPeer = {
  readonly task: TaskName;
  readonly name: string;
  readonly remark: string;
  readonly work: () => Work;
};

/** The npm libraries that do one of our tasks at all. None does SVI, Heston or a calibration. */
export const NPM_PEERS: readonly NpmPeer[] = [
  { task: "normalCdf", name: "jstat", remark: "no relative accuracy in the tail", work: jstatWork },
  { task: "normalCdf", name: "simple-statistics", remark: "a table: wrong by 1.4e-3", work: simpleStatisticsWork },
  {
    task: "black",
    name: "black-scholes + greeks",
    remark: "normal distribution by a truncated series",
    work: greeksWork,
  },
  {
    task: "impliedVolatility",
    name: "implied-volatility",
    remark: "bisection to the cent",
    work: impliedVolatilityWork,
  },
];

/** Installs the libraries beside the bench, outside the project's own tree; a sentence when they are not to be had. */
export function installNpmPeers(): string | null {
  if (hasNpmPeers()) return null;
  mkdirSync(FOLDER, { recursive: true });
  const wanted = Object.entries(PACKAGES).map(([name, version]) => `${name}@${version}`);
  const args = ["install", "--prefix", FOLDER, "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"];
  const done = spawnSync("npm", [...args, ...wanted], { encoding: "utf8" });
  return done.status === 0
    ? null
    : `The npm libraries could not be installed: ${done.stderr.trim().split("\n").at(-1)}`;
}

/** The library's time for its task in Node; null when it is not installed. */
export function measureNpmPeer({ work }: NpmPeer): Measured | null {
  return hasNpmPeers() ? measure(work()) : null;
}

function hasNpmPeers(): boolean {
  return Object.keys(PACKAGES).every((name) => existsSync(`${FOLDER}node_modules/${name}/package.json`));
}

function load<Library>(name: PackageName): Library {
  return createRequire(`${FOLDER}package.json`)(name) as Library;
}

function jstatWork(): Work {
  const { jStat } = load<{ jStat: { normal: { cdf: (x: number, mean: number, deviation: number) => number } } }>(
    "jstat",
  );
  return normalWork((x) => jStat.normal.cdf(x, 0, 1));
}

function simpleStatisticsWork(): Work {
  const library = load<{ cumulativeStdNormalProbability: (z: number) => number }>("simple-statistics");
  return normalWork(library.cumulativeStdNormalProbability);
}

/** The sum of a normal distribution function over the points. */
export function normalWork(distribution: (x: number) => number): Work {
  const points = normalPoints();
  const run = () => {
    let sum = 0;
    for (const x of points) sum += distribution(x);
    return sum;
  };
  return { items: points.length, run };
}

function greeksWork(): Work {
  const { blackScholes } = load<{ blackScholes: OptionFunction }>("black-scholes");
  const greeks = load<Readonly<Record<"getDelta" | "getGamma" | "getVega" | "getTheta", OptionFunction>>>("greeks");
  return optionWork((s, k, t, v, side) => {
    const first = blackScholes(s, k, t, v, 0, side) + greeks.getDelta(s, k, t, v, 0, side);
    const second = greeks.getGamma(s, k, t, v, 0, side) + 100 * greeks.getVega(s, k, t, v, 0, side);
    return first + second + 365 * greeks.getTheta(s, k, t, v, 0, side, 365);
  });
}

function impliedVolatilityWork(): Work {
  const library = load<{
    getImpliedVolatility: (price: number, s: number, k: number, t: number, r: number, side: string) => number;
  }>("implied-volatility");
  return optionWork((s, k, t, _, side, price) => library.getImpliedVolatility(price, s, k, t, 0, side));
}

type OneOption = (s: number, k: number, t: number, v: number, side: string, price: number) => number;

function optionWork(one: OneOption): Work {
  const { forward, strike, timeToExpiryYears, volatility, isPut, price } = optionColumns();
  const run = () => {
    let sum = 0;
    for (let i = 0; i < forward.length; i += 1) {
      const side = isPut[i] === 1 ? "put" : "call";
      sum += one(forward[i] ?? 0, strike[i] ?? 0, timeToExpiryYears[i] ?? 0, volatility[i] ?? 0, side, price[i] ?? 0);
    }
    return sum;
  };
  return { items: forward.length, run };
}

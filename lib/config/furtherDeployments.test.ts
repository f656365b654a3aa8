import { afterEach, expect, test, vi } from "vitest";
import type { Deployment } from "./Deployment";
import { serverEnvironment } from "./env";
import { furtherDeployments } from "./furtherDeployments";
import { parseDeployment } from "./parseDeployment";

const address = (digit: string) => `0x${digit.repeat(40)}`;

const SHARED = ["clearinghouse", "settlementOracle", "quoteBook", "strategyRouter", "timelock", "weth", "multicall3"];

const text = (chainId: number) =>
  JSON.stringify({
    chainId,
    rpcUrl: "http://127.0.0.1:8545",
    startBlock: 3,
    addresses: Object.fromEntries(SHARED.map((name, index) => [name, address(String(index))])),
    vaults: [],
    tokens: [],
    feeds: [],
    marketUrl: "https://market.example",
  });

function homeOf(chainId: number): Deployment {
  const parsed = parseDeployment(text(chainId));
  if (!parsed.ok) throw new TypeError(parsed.faults.join(" "));
  return parsed.value.deployment;
}

const HOME: Deployment = { ...homeOf(1), hasMarket: false };

afterEach(() => void vi.unstubAllEnvs());

test("default: every file is a chain, in the files' order, and the option market is the home chain's", () => {
  const { deployments, refusals } = furtherDeployments(HOME, [
    { path: "base.json", text: text(8453) },
    { path: "op.json", text: text(10) },
  ]);
  expect(deployments.map(({ chainId, hasMarket }) => [chainId, hasMarket])).toEqual([
    [8453, false],
    [10, false],
  ]);
  expect(refusals).toEqual([]);
});

test("error: a file that cannot be read or parsed is left out by its name, and takes nothing with it", () => {
  const { deployments, refusals } = furtherDeployments(HOME, [
    { path: "/srv/secret/gone.json", text: null },
    { path: "C:\\srv\\half.json", text: text(10).slice(0, 40) },
    { path: "faulty.json", text: text(0) },
    { path: "base.json", text: text(8453) },
  ]);
  expect(deployments.map(({ chainId }) => chainId)).toEqual([8453]);
  expect(refusals).toEqual([
    { file: "gone.json", faults: ["It cannot be read."] },
    { file: "half.json", faults: ["It is not JSON."] },
    { file: "faulty.json", faults: ["chainId is not a whole number of at least 1."] },
  ]);
});

test("error: a chain that is there already, at home or further, is left out", () => {
  const { deployments, refusals } = furtherDeployments(HOME, [
    { path: "again.json", text: text(1) },
    { path: "base.json", text: text(8453) },
    { path: "twice.json", text: text(8453) },
  ]);
  expect(deployments.map(({ chainId }) => chainId)).toEqual([8453]);
  expect(refusals).toEqual([
    { file: "again.json", faults: ["It names chain 1, which is there already."] },
    { file: "twice.json", faults: ["It names chain 8453, which is there already."] },
  ]);
});

test("default: BALLAST_DEPLOYMENT names one file, or several with commas between them", () => {
  const pathsFrom = (value: string) => {
    vi.stubEnv("BALLAST_DEPLOYMENT", value);
    const { deploymentPath, furtherDeploymentPaths } = serverEnvironment();
    return [deploymentPath, ...furtherDeploymentPaths];
  };
  expect(pathsFrom("")).toEqual(["devnet/deployment.json"]);
  expect(pathsFrom("one.json")).toEqual(["one.json"]);
  expect(pathsFrom("my chains/one.json, two.json,,three.json ,")).toEqual([
    "my chains/one.json",
    "two.json",
    "three.json",
  ]);
});

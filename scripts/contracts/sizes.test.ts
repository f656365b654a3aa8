import { describe, expect, it } from "vitest";
import { oversizedContracts } from "./sizes";

const names = [
  "Clearinghouse",
  "SettlementOracle",
  "StrategyVault",
  "StrategyPolicy",
  "QuoteBook",
  "StrategyRouter",
  "PortfolioClearinghouse",
  "RiskBounds",
];
const sizes = (vault: number) =>
  JSON.stringify(
    Object.fromEntries(names.map((name) => [name, { runtime_size: name === "StrategyVault" ? vault : 100 }])),
  );

describe("oversizedContracts", () => {
  it("default", () => {
    expect(oversizedContracts(sizes(24_575))).toEqual([]);
  });

  it("behavior: the limit itself is too large", () => {
    expect(oversizedContracts(sizes(24_576))).toEqual(["StrategyVault: 24576 bytes, limit 24576"]);
  });

  it("behavior: a contract that is not there has no size", () => {
    expect(oversizedContracts("{}")).toHaveLength(8);
  });

  it("behavior: output without figures is told", () => {
    expect(oversizedContracts("Compiler run failed")[0]).toContain("no sizes");
  });
});

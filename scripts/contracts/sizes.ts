/** Largest runtime code that Ethereum deploys, EIP-170; a contract must stay below it. */
const SIZE_LIMIT_BYTES = 24_576;

/** Contracts without which the figures are not those of this project. */
const EXPECTED = [
  "Clearinghouse",
  "SettlementOracle",
  "StrategyVault",
  "StrategyPolicy",
  "QuoteBook",
  "StrategyRouter",
  "PortfolioClearinghouse",
  "RiskBounds",
] as const;

/** What is wrong with the sizes in the output of `forge build --sizes --json`: too large, or not there. */
export function oversizedContracts(stdout: string): readonly string[] {
  const start = stdout.indexOf("{");
  if (start < 0) return [`forge build answered no sizes:\n${stdout}`];
  const sizes = JSON.parse(stdout.slice(start)) as Record<string, { runtime_size?: number }>;
  const missing = EXPECTED.filter((name) => !sizes[name]?.runtime_size).map((name) => `${name} has no size`);
  const large = Object.entries(sizes)
    .filter(([, { runtime_size: size = 0 }]) => size >= SIZE_LIMIT_BYTES)
    .map(([name, { runtime_size: size }]) => `${name}: ${size} bytes, limit ${SIZE_LIMIT_BYTES}`);
  return [...missing, ...large];
}

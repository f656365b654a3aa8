/** One ABI of contracts-abi: its name in TypeScript and the artifact it is taken from. */
export type AbiSource = {
  /** File contracts-abi/<name>.ts, constant <name>Abi with a small first letter. */
  readonly name: string;
  /** Source file under contracts/, from which forge makes the artifact. */
  readonly source: string;
  /** Contract or interface in that file. */
  readonly contract: string;
};

/**
 * What the web app, the keeper and the devnet may call. The eight contracts come whole, with inherited standards and
 * errors; tokens and feeds come as the interface that any deployment of them has.
 */
export const abiSources: readonly AbiSource[] = [
  { name: "Clearinghouse", source: "src/clearing/Clearinghouse.sol", contract: "Clearinghouse" },
  { name: "SettlementOracle", source: "src/oracle/SettlementOracle.sol", contract: "SettlementOracle" },
  { name: "StrategyVault", source: "src/vault/StrategyVault.sol", contract: "StrategyVault" },
  { name: "StrategyPolicy", source: "src/vault/StrategyPolicy.sol", contract: "StrategyPolicy" },
  { name: "QuoteBook", source: "src/market/QuoteBook.sol", contract: "QuoteBook" },
  { name: "StrategyRouter", source: "src/router/StrategyRouter.sol", contract: "StrategyRouter" },
  {
    name: "PortfolioClearinghouse",
    source: "src/portfolio/PortfolioClearinghouse.sol",
    contract: "PortfolioClearinghouse",
  },
  { name: "RiskBounds", source: "src/portfolio/RiskBounds.sol", contract: "RiskBounds" },
  { name: "Erc20Permit", source: "src/router/IPermitToken.sol", contract: "IPermitToken" },
  { name: "Weth9", source: "src/router/IWrappedEther.sol", contract: "IWrappedEther" },
  { name: "Aggregator", source: "src/oracle/IAggregator.sol", contract: "IAggregator" },
];

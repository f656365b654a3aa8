import { parseAbi } from "viem";

/**
 * What is used of an Aave v3 pool, its provider of addresses and its oracle. `getReserveData` is the form that every 3.x
 * version answers in.
 */
export const poolAbi = parseAbi([
  "struct Reserve { uint256 configuration; uint128 liquidityIndex; uint128 currentLiquidityRate; uint128 variableBorrowIndex; uint128 currentVariableBorrowRate; uint128 currentStableBorrowRate; uint40 lastUpdateTimestamp; uint16 id; address aTokenAddress; address stableDebtTokenAddress; address variableDebtTokenAddress; address interestRateStrategyAddress; uint128 accruedToTreasury; uint128 unbacked; uint128 isolationModeTotalDebt; }",
  "function ADDRESSES_PROVIDER() view returns (address)",
  "function getReservesList() view returns (address[])",
  "function getReserveAddressById(uint16 id) view returns (address)",
  "function getReserveData(address asset) view returns (Reserve)",
  "function getUserConfiguration(address user) view returns (uint256)",
  "function getUserEMode(address user) view returns (uint256)",
  "function getUserAccountData(address user) view returns (uint256 totalCollateralBase, uint256 totalDebtBase, uint256 availableBorrowsBase, uint256 currentLiquidationThreshold, uint256 ltv, uint256 healthFactor)",
  "function supply(address asset, uint256 amount, address onBehalfOf, uint16 referralCode)",
  "function supplyWithPermit(address asset, uint256 amount, address onBehalfOf, uint16 referralCode, uint256 deadline, uint8 permitV, bytes32 permitR, bytes32 permitS)",
  "function withdraw(address asset, uint256 amount, address to) returns (uint256)",
]);

export const addressesProviderAbi = parseAbi(["function getPriceOracle() view returns (address)"]);

export const oracleAbi = parseAbi([
  "function BASE_CURRENCY_UNIT() view returns (uint256)",
  "function getAssetPrice(address asset) view returns (uint256)",
]);

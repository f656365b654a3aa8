import { parseAbi } from "viem";
import type { Address } from "@/lib/vault/Token";
import type { LocalChain } from "../chain/LocalChain";

/**
 * A loan reckoned anew from a pool's storage alone: scaled balances, indices and rates of the last update, carried to the block's time
 * by the formulas of Aave's own papers (WadRayMath, MathUtils, GenericLogic of @aave/core-v3 1.19.3), in bigints. It asks none of the
 * functions that the app reads: no balanceOf, no getUserAccountData.
 */
const RAY = 10n ** 27n;
const YEAR = 31_536_000n;

const abi = parseAbi([
  "struct Reserve { uint256 configuration; uint128 liquidityIndex; uint128 currentLiquidityRate; uint128 variableBorrowIndex; uint128 currentVariableBorrowRate; uint128 currentStableBorrowRate; uint40 lastUpdateTimestamp; uint16 id; address aToken; address stableDebt; address variableDebt; address strategy; uint128 accruedToTreasury; uint128 unbacked; uint128 isolationModeTotalDebt; }",
  "function getReservesList() view returns (address[])",
  "function getReserveData(address asset) view returns (Reserve)",
  "function scaledBalanceOf(address user) view returns (uint256)",
  "function ADDRESSES_PROVIDER() view returns (address)",
  "function getPriceOracle() view returns (address)",
  "function getSourceOfAsset(address asset) view returns (address)",
  "function latestRoundData() view returns (uint80, int256, uint256, uint256, uint80)",
]);

export type Where = { readonly pool: Address; readonly owner: Address; readonly blockNumber: bigint };

export async function independentLoan({ read }: LocalChain, { pool, owner, blockNumber }: Where) {
  const ask = <Name extends string>(address: Address, functionName: Name, args: readonly unknown[] = []) =>
    read.readContract({ address, abi, functionName, args, blockNumber } as never) as Promise<never>;
  const { timestamp } = await read.getBlock({ blockNumber });
  const oracle: Address = await ask(await ask(pool, "ADDRESSES_PROVIDER"), "getPriceOracle");
  const assets: readonly Address[] = await ask(pool, "getReservesList");
  const parts = await Promise.all(
    assets.map(async (asset) => {
      const reserve: ReserveData = await ask(pool, "getReserveData", [asset]);
      const [lent, owed]: readonly bigint[] = await Promise.all([
        ask(reserve.aToken, "scaledBalanceOf", [owner]),
        ask(reserve.variableDebt, "scaledBalanceOf", [owner]),
      ]);
      const source: Address = await ask(oracle, "getSourceOfAsset", [asset]);
      const round: readonly bigint[] = await ask(source, "latestRoundData");
      const seconds = timestamp - BigInt(reserve.lastUpdateTimestamp);
      return {
        asset,
        collateral: rayMul(lent ?? 0n, rayMul(linear(reserve.currentLiquidityRate, seconds), reserve.liquidityIndex)),
        debt: rayMul(
          owed ?? 0n,
          rayMul(compounded(reserve.currentVariableBorrowRate, seconds), reserve.variableBorrowIndex),
        ),
        price: round[1] ?? 0n,
        unit: 10n ** ((reserve.configuration >> 48n) & 255n),
        threshold: (reserve.configuration >> 16n) & 65_535n,
      };
    }),
  );
  return totals(parts.filter(({ collateral, debt }) => collateral + debt > 0n));
}

type ReserveData = {
  readonly configuration: bigint;
  readonly liquidityIndex: bigint;
  readonly currentLiquidityRate: bigint;
  readonly variableBorrowIndex: bigint;
  readonly currentVariableBorrowRate: bigint;
  readonly lastUpdateTimestamp: number;
  readonly aToken: Address;
  readonly variableDebt: Address;
};

type Part = {
  readonly asset: Address;
  readonly collateral: bigint;
  readonly debt: bigint;
  readonly price: bigint;
  readonly unit: bigint;
  readonly threshold: bigint;
};

function totals(parts: readonly Part[]) {
  const values = parts.map((part) => ({
    collateral: (part.collateral * part.price) / part.unit,
    debt: (part.debt * part.price) / part.unit,
    threshold: part.threshold,
  }));
  const collateralValue = values.reduce((sum, { collateral }) => sum + collateral, 0n);
  const debtValue = values.reduce((sum, { debt }) => sum + debt, 0n);
  const mean = values.reduce((sum, { collateral, threshold }) => sum + collateral * threshold, 0n) / collateralValue;
  const counted = (collateralValue * mean + 5_000n) / 10_000n;
  const health = (counted * 10n ** 18n + debtValue / 2n) / debtValue;
  const told = parts.map(({ asset, collateral, debt, price }) => ({ asset, collateral, debt, price }));
  return { parts: told, collateralValue, debtValue, health };
}

function rayMul(a: bigint, b: bigint): bigint {
  return (a * b + RAY / 2n) / RAY;
}

function linear(rate: bigint, seconds: bigint): bigint {
  return RAY + (rate * seconds) / YEAR;
}

/** The first three terms of the binomial series, as the pool takes them. */
function compounded(rate: bigint, seconds: bigint): bigint {
  if (seconds === 0n) return RAY;
  const less = seconds - 1n;
  const lesser = seconds > 2n ? seconds - 2n : 0n;
  const second = rayMul(rate, rate) / (YEAR * YEAR);
  const third = rayMul(second, rate) / YEAR;
  return RAY + (rate * seconds) / YEAR + (seconds * less * second) / 2n + (seconds * less * lesser * third) / 6n;
}

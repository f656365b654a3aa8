import { type Abi, zeroAddress } from "viem";
import type { Address } from "@/lib/vault/Token";
import { addressOf } from "../../accounts";
import type { LocalChain } from "../../chain/LocalChain";
import { contractCall, sendStep } from "../../chain/sendStep";
import { DevnetError } from "../../DevnetError";
import { type ContractPlan, deployContracts } from "../deployContract";
import { aaveArtifact } from "./aaveArtifact";
import type { RatePlan, ReservePlan } from "./reservePlans";

type Contract = { readonly address: Address; readonly abi: Abi };

/** The market whose reserves are to be opened. */
export type OpenMarket = {
  readonly provider: Address;
  readonly pool: Contract;
  readonly configurator: Contract;
  readonly reserves: readonly ReservePlan[];
};

/** A basis point in rays, the 27 decimals in which Aave states rates. */
const RAY_PER_BPS = 10n ** 23n;

/** Opens every reserve for lending and borrowing; answers the pool's token for each asset. */
export async function listReserves(chain: LocalChain, market: OpenMarket): Promise<ReadonlyMap<Address, Address>> {
  const { configurator, pool, reserves } = market;
  const [lent, stable, variable, ...rates] = await deployContracts(chain, [
    tokenPlan("AToken", pool.address),
    tokenPlan("StableDebtToken", pool.address),
    tokenPlan("VariableDebtToken", pool.address),
    ...reserves.map((plan) => ratePlan(market.provider, plan.rates)),
  ]);
  if (!lent || !stable || !variable) throw new DevnetError("The pool's tokens were not created.");
  const models = { lent: lent.address, stable: stable.address, variable: variable.address };
  const entries = reserves.map((plan, index) => entryOf(plan, { ...models, rates: rates[index]?.address }));
  const configure = (functionName: string, args: readonly unknown[]) =>
    contractCall({ from: addressOf("deployer"), to: configurator.address, abi: configurator.abi, functionName, args });
  await sendStep(chain, [
    configure("initReserves", [entries]),
    ...reserves.flatMap((plan) => [
      configure("configureReserveAsCollateral", [
        ...[plan.asset, plan.ltvBps, plan.liquidationThresholdBps, plan.liquidationBonusBps],
      ]),
      configure("setReserveBorrowing", [plan.asset, true]),
      configure("setReserveFactor", [plan.asset, plan.reserveFactorBps]),
    ]),
  ]);
  const found = await Promise.all(reserves.map(({ asset }) => lentTokenOf(chain, pool, asset)));
  return new Map(reserves.map(({ asset }, index) => [asset, found[index] ?? zeroAddress]));
}

function tokenPlan(name: string, pool: Address): ContractPlan {
  return { name, args: [pool], artifact: aaveArtifact(`protocol/tokenization/${name}`) };
}

/** Nobody borrows at a stable rate: its terms are zero, and its part of the debt is bounded by the smallest one possible. */
function ratePlan(provider: Address, { optimalUseBps, slopeBps, steepSlopeBps }: RatePlan): ContractPlan {
  const variable = [optimalUseBps, 0n, slopeBps, steepSlopeBps].map((bps) => bps * RAY_PER_BPS);
  return {
    name: "DefaultReserveInterestRateStrategy",
    args: [provider, ...variable, ...[0n, 0n, 0n, 0n], 2_000n * RAY_PER_BPS],
    artifact: aaveArtifact("protocol/pool/DefaultReserveInterestRateStrategy"),
  };
}

type Models = {
  readonly lent: Address;
  readonly stable: Address;
  readonly variable: Address;
  readonly rates: Address | undefined;
};

function entryOf({ asset, symbol, decimals }: ReservePlan, { lent, stable, variable, rates }: Models) {
  return {
    ...{ aTokenImpl: lent, stableDebtTokenImpl: stable, variableDebtTokenImpl: variable },
    ...{ underlyingAssetDecimals: decimals, interestRateStrategyAddress: rates, underlyingAsset: asset },
    ...{ treasury: addressOf("feeRecipient"), incentivesController: zeroAddress, params: "0x" },
    ...{ aTokenName: `Aave ${symbol}`, aTokenSymbol: `a${symbol}` },
    ...{ variableDebtTokenName: `Aave variable debt ${symbol}`, variableDebtTokenSymbol: `variableDebt${symbol}` },
    ...{ stableDebtTokenName: `Aave stable debt ${symbol}`, stableDebtTokenSymbol: `stableDebt${symbol}` },
  };
}

async function lentTokenOf(chain: LocalChain, { address, abi }: Contract, asset: Address): Promise<Address> {
  const reserve = await chain.read.readContract({ address, abi, functionName: "getReserveData", args: [asset] });
  return (reserve as { readonly aTokenAddress: Address }).aTokenAddress;
}

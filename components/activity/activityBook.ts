import { price8ToNumber } from "@/lib/units/Price8";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import type { Activity, VaultActivity } from "@/lib/vault/Activity";
import { flowTimes } from "@/lib/vault/cashFlows";
import { type CostBasis, costBasis } from "@/lib/vault/costBasis";
import type { PriceHistory } from "@/lib/vault/PriceHistory";
import { positionValue } from "@/lib/vault/positionValue";
import type { RequestLife } from "@/lib/vault/RequestLife";
import { requestLives } from "@/lib/vault/requestLives";
import { usdAtOf } from "@/lib/vault/usdAtOf";
import type { Vault } from "@/lib/vault/Vault";
import { depositKind } from "@/lib/vault/vaultProduct";
import { type VaultResult, vaultResult } from "@/lib/vault/vaultResult";

/** What an address did in one vault, and what came of it. */
export type VaultBook = {
  readonly vault: Vault;
  readonly lives: readonly RequestLife[];
  readonly basis: CostBasis;
  readonly result: VaultResult;
};

/** All vaults in which the address did anything, in the order of the list, valued at the price of their last settlement. */
export function activityBook(
  { vaults: active }: Activity,
  vaults: readonly Vault[],
  prices: readonly PriceHistory[],
): readonly VaultBook[] {
  return vaults.flatMap((vault) => {
    const activity = active.find((one) => one.vault.toLowerCase() === vault.address.toLowerCase());
    return activity === undefined ? [] : [vaultBook(vault, activity, prices)];
  });
}

/** When coins that are deposited flowed: ascending, each time once. Dollars need no price. */
export function pricedTimes({ vaults: active }: Activity, vaults: readonly Vault[]): readonly UnixSeconds[] {
  const inCoin = vaults.filter((vault) => depositKind(vault) === "underlying");
  const addresses = new Set(inCoin.map(({ address }) => address.toLowerCase()));
  return flowTimes(active.filter(({ vault }) => addresses.has(vault.toLowerCase())).flatMap(({ events }) => events));
}

function vaultBook(vault: Vault, activity: VaultActivity, prices: readonly PriceHistory[]): VaultBook {
  const { decimals } = vault.asset;
  const { events } = activity;
  const basis = costBasis(events, { assetDecimals: decimals, usdAt: usdAtOf(vault, prices) });
  const settled = events.findLast((event) => event.kind === "executed");
  const sharePrice = settled?.kind === "executed" ? settled.price : vault.sharePrice;
  const { totalAssets } = positionValue(activity, { sharePrice, asset: vault.asset });
  const assetUsd = depositKind(vault) === "underlying" ? price8ToNumber(vault.spot.price) : 1;
  return {
    vault,
    lives: requestLives(events, decimals).lives,
    basis,
    result: vaultResult(basis, { valueAssets: totalAssets, assetDecimals: decimals, assetUsd }),
  };
}

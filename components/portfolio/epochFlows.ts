import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import type { Activity } from "@/lib/vault/Activity";
import { type CashFlow, cashFlows, flowTimes } from "@/lib/vault/cashFlows";
import type { PriceHistory } from "@/lib/vault/PriceHistory";
import { usdAtOf } from "@/lib/vault/usdAtOf";
import type { Vault } from "@/lib/vault/Vault";
import { depositKind } from "@/lib/vault/vaultProduct";

/** When coins flowed since the epochs of their vaults opened: ascending, each time once. */
export function epochFlowTimes(activities: readonly Activity[], vaults: readonly Vault[]): readonly UnixSeconds[] {
  const times = vaults
    .filter((vault) => depositKind(vault) === "underlying")
    .flatMap((vault) => flowTimes(eventsOf(activities, vault).flat()).filter((at) => at > vault.epoch.openedAt));
  return [...new Set(times)].toSorted((a, b) => Number(a - b));
}

/** What came into a vault and left it since its epoch opened, of all addresses; null where a price of that time is not known. */
export function epochFlows(
  activities: readonly Activity[],
  vault: Vault,
  prices: readonly PriceHistory[],
): readonly CashFlow[] | null {
  const priced = { assetDecimals: vault.asset.decimals, usdAt: usdAtOf(vault, prices) };
  const flows = eventsOf(activities, vault)
    .flatMap((events) => cashFlows(events, priced))
    .filter(({ at }) => at > vault.epoch.openedAt);
  return flows.every(({ usd }) => Number.isFinite(usd)) ? flows : null;
}

function eventsOf(activities: readonly Activity[], { address }: Vault) {
  return activities.flatMap(({ vaults }) =>
    vaults.filter(({ vault }) => vault.toLowerCase() === address.toLowerCase()).map(({ events }) => events),
  );
}

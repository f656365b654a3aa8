import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import { type EpochSchedule, epochSchedule } from "@/lib/vault/epochSchedule";
import type { Vault } from "@/lib/vault/Vault";

/** The last moment at which something that a schedule tells has come for every vault; never before now. */
export function latestInstant(
  vaults: readonly Vault[],
  now: UnixSeconds,
  of: (schedule: EpochSchedule) => UnixSeconds,
): UnixSeconds {
  const instants = vaults.map((vault) => of(epochSchedule(vault, now)));
  return instants.reduce((latest, at) => {
    if (at > latest) return at;
    return latest;
  }, now);
}

import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import type { Vault } from "./Vault";

/** When the first of the running epochs ends that has not ended by `now`; null when none runs. */
export function earliestExpiry(vaults: readonly Pick<Vault, "epoch">[], now: UnixSeconds): UnixSeconds | null {
  const running = vaults.filter(({ epoch }) => epoch.phase !== "idle" && epoch.expiry > now);
  return running.reduce<UnixSeconds | null>(
    (first, { epoch }) => (first === null || epoch.expiry < first ? epoch.expiry : first),
    null,
  );
}

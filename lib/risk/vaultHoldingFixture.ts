import { shares } from "@/lib/units/Shares";
import { WAD } from "@/lib/units/Wad";
import { fillOf, NO_MARKET, NOW, positionOf, putVault } from "@/lib/vault/vaultFixture";
import { type VaultHolding, vaultHolding } from "./vaultHolding";

/** 9,500 shares of the put vault in an epoch that is open, without an option market; `changes` replaces parts of it. */
export function heldVault(changes: Partial<Parameters<typeof vaultHolding>[0]> = {}): VaultHolding {
  return vaultHolding({
    vault: putVault(),
    fills: [fillOf()],
    position: positionOf({}, { shares: shares(9_500n * WAD) }),
    market: NO_MARKET,
    now: NOW,
    ...changes,
  });
}

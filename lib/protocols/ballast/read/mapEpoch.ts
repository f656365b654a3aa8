import { GarbledAnswerError } from "@/lib/errors/chainErrors";
import { price8 } from "@/lib/units/Price8";
import { tokenAmount } from "@/lib/units/TokenAmount";
import { unixSeconds } from "@/lib/units/UnixSeconds";
import { wad } from "@/lib/units/Wad";
import type { Epoch, EpochLeg, Phase } from "@/lib/vault/Epoch";
import type { StrategyLeg } from "@/lib/vault/Vault";
import type { VaultValues } from "./vaultReads";

const PHASES: readonly Phase[] = ["idle", "selling", "live"];

/** IStrategyVault.Epoch → `Epoch`. Before the first opening there are no strikes and no legs. */
export function mapEpoch(epoch: VaultValues["epoch"], legs: readonly StrategyLeg[]): Epoch {
  const phase = PHASES[epoch.phase];
  if (!phase) throw new GarbledAnswerError("epoch");
  return {
    number: Number(epoch.number),
    phase,
    isCleared: epoch.cleared,
    openedAt: unixSeconds(epoch.openedAt),
    saleEnd: unixSeconds(epoch.saleEnd),
    clearEnd: unixSeconds(epoch.clearEnd),
    expiry: unixSeconds(epoch.expiry),
    sizeOffered: wad(epoch.sizeOffered),
    sizeSold: wad(epoch.sizeSold),
    floorPerUnit: tokenAmount(epoch.floorPerUnit),
    spotAtOpen: price8(epoch.spotAtOpen),
    assetsAtOpen: tokenAmount(epoch.assetsAtOpen),
    premium: epoch.premium,
    legs: epochLegs(epoch, legs),
  };
}

function epochLegs(epoch: VaultValues["epoch"], legs: readonly StrategyLeg[]): readonly EpochLeg[] {
  if (epoch.strikes.length === 0) return [];
  return legs.map(({ isPut, side, ratio }, index) => {
    const strike = epoch.strikes[index];
    const seriesId = epoch.seriesIds[index];
    if (strike === undefined || seriesId === undefined) throw new GarbledAnswerError("epoch");
    return { isPut, side, ratio, strike: price8(strike), seriesId };
  });
}

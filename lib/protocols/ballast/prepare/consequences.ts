import type { Consequence } from "@/lib/transaction/Consequence";
import type { OwnIntent } from "@/lib/transaction/Intent";
import { bpsToNumber } from "@/lib/units/Bps";
import { applyBps, type TokenAmount } from "@/lib/units/TokenAmount";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import { depositCapacity } from "@/lib/vault/depositCapacity";
import { type EpochSchedule, epochSchedule } from "@/lib/vault/epochSchedule";
import type { Vault } from "@/lib/vault/Vault";

/**
 * What follows from signing, in the order in which it is told. With several vaults each one's own dates and losses
 * follow each other; equal consequences are told once.
 */
export function consequences(intent: OwnIntent, vaults: readonly Vault[], now: UnixSeconds): readonly Consequence[] {
  switch (intent.kind) {
    case "deposit": {
      const parts = intent.parts.map(({ assets }) => assets);
      return once(vaults.flatMap((vault, index) => ofDeposit(vault, epochSchedule(vault, now), parts[index])));
    }
    case "redeem":
      return once(vaults.flatMap((vault) => ofRedemption(epochSchedule(vault, now))));
    case "revokeAllowance":
      return [{ kind: "allowanceEnds", token: intent.token }];
    case "revokeOperator":
      return [{ kind: "operatorEnds", vaultName: intent.vault.name }];
    case "endEpoch":
      return [{ kind: "endsForAll", vaultName: intent.vault.name }];
    default:
      return [{ kind: "nothingAtRisk" }];
  }
}

function ofDeposit(vault: Vault, schedule: EpochSchedule, assets: TokenAmount | undefined): readonly Consequence[] {
  const { terms, asset } = vault;
  const executes = schedule.requestExecutesAt;
  const lost = assets === undefined ? null : applyBps(assets, terms.maxLoss, "up");
  return [
    { kind: "executesAt", ...executes },
    { kind: "claimableFrom", ...executes },
    { kind: "cancelFreeUntil", ...executes },
    { kind: "noExitBefore", ...schedule.firstExitAt },
    ...(lost === null
      ? []
      : ([{ kind: "largestLoss", share: bpsToNumber(terms.maxLoss), assets: lost, asset }] as const)),
    { kind: "vaultFees", managementFee: terms.managementFee, performanceFee: terms.performanceFee },
    { kind: "capMayReturn", room: depositCapacity(vault).room, asset },
  ];
}

function ofRedemption({ requestExecutesAt }: EpochSchedule): readonly Consequence[] {
  return [
    { kind: "executesAt", ...requestExecutesAt },
    { kind: "claimableFrom", ...requestExecutesAt },
    { kind: "keepsRiskUntil", ...requestExecutesAt },
    { kind: "cancelFreeUntil", ...requestExecutesAt },
  ];
}

function once(all: readonly Consequence[]): readonly Consequence[] {
  const spelled = (one: Consequence) =>
    Object.entries(one)
      .map(([name, value]) => `${name}=${wordOf(value)}`)
      .join();
  return [...new Map(all.map((one) => [spelled(one), one])).values()];
}

function wordOf(value: unknown): string {
  return typeof value === "object" && value !== null && "address" in value ? String(value.address) : String(value);
}

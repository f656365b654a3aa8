import { requestRows } from "@/components/transaction/requestRow";
import { STAGE_NAME } from "@/components/vault/stageText";
import { vaultTitle } from "@/components/vault/vaultTitle";
import { formatToken } from "@/lib/format/formatToken";
import { formatUtcDate } from "@/lib/format/formatUtcDate";
import type { Intent } from "@/lib/transaction/Intent";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import { epochSchedule, type ScheduledInstant } from "@/lib/vault/epochSchedule";
import type { Position } from "@/lib/vault/Position";
import { convertToAssets } from "@/lib/vault/sharePrice";
import type { Vault } from "@/lib/vault/Vault";

/** One thing that can be done, for the address or for everybody in the vault. */
export type ExitAction = {
  readonly key: string;
  /** It waits for the person; otherwise the person waits, and may take it back. */
  readonly isReady: boolean;
  readonly title: string;
  readonly text: string;
  readonly when: string;
  readonly verb: string;
  readonly intent: Intent;
  /** Anybody may send it. */
  readonly isForAll: boolean;
  /** It may need the oracle's price first. */
  readonly needsPrice?: boolean;
};

/** A vault in which an address holds anything, in the vault's own tokens. */
export type ExitVault = {
  readonly address: string;
  /** Null: another protocol's, where nothing waits for an epoch. */
  readonly vault: Vault | null;
  readonly title: string;
  /** Where the vault stands, and when a withdrawal that is requested now is carried out. */
  readonly state: string;
  readonly actions: readonly ExitAction[];
};

/** What an address holds in the vaults and how it leaves each, what can be taken first; vaults without anything are left out. */
export function exitVaults(
  vaults: readonly Vault[],
  positions: readonly Position[],
  now: UnixSeconds,
): readonly ExitVault[] {
  return vaults.flatMap((vault) => {
    const position = positions.find((one) => one.vault.toLowerCase() === vault.address.toLowerCase());
    const own = position === undefined ? [] : ownActions(vault, position, now);
    if (own.length === 0) return [];
    const actions = [...own, ...endingActions(vault, now)];
    return [{ address: vault.address, vault, title: vaultTitle(vault), state: stateText(vault, now), actions }];
  });
}

function ownActions(vault: Vault, position: Position, now: UnixSeconds): readonly ExitAction[] {
  const rows = requestRows([{ vault, position }], now).map((row) => ({
    key: row.key,
    isReady: row.isReady,
    title: row.title,
    text: `${row.amount} ${row.rest}`,
    when: row.when,
    verb: row.verb,
    intent: row.intent,
    isForAll: false,
  }));
  return position.shares > 0n ? [...rows, leaving(vault, position, now)] : rows;
}

/** All shares of the wallet; one vault by itself needs no router and so no allowance. */
function leaving(vault: Vault, { shares }: Position, now: UnixSeconds): ExitAction {
  const { share, asset, address } = vault;
  const worth = formatToken(convertToAssets(shares, vault), asset);
  const named = { address, name: vaultTitle(vault) };
  return {
    key: `${address} shares`,
    isReady: true,
    title: "Shares in the wallet",
    text: `${formatToken(shares, share)}, worth ${worth} at the last settlement`,
    when: `carried out ${instantText(epochSchedule(vault, now).requestExecutesAt, now)}`,
    verb: "Withdraw all",
    intent: { kind: "redeem", parts: [{ vault: named, share, shares }] },
    isForAll: false,
  };
}

/** Where the next step waits for anybody's call: an epoch that is over, or requests at rest past the open window. */
function endingActions(vault: Vault, now: UnixSeconds): readonly ExitAction[] {
  const { stage, nextChangeAt } = epochSchedule(vault, now);
  const named = { address: vault.address, name: vaultTitle(vault) };
  const common = { isReady: true, when: "anybody may send it", isForAll: true, verb: "Carry out" } as const;
  if (stage === "settling" || stage === "unsold") {
    const intent = { kind: "endEpoch", vault: named, by: "settleEpoch" } as const;
    const text =
      stage === "unsold" ? "Nothing was sold: it can end at once" : "It is over: all requests wait for the settlement";
    return [{ ...common, key: `${vault.address} settle`, title: "End the epoch", text, intent, needsPrice: true }];
  }
  const hasRequests = vault.pendingDepositAssets > 0n || vault.pendingRedeemShares > 0n;
  if (stage !== "idle" || nextChangeAt.at > now || !hasRequests) return [];
  const intent = { kind: "endEpoch", vault: named, by: "closeEmptyEpoch" } as const;
  const text = "Nobody opened an epoch in time: requests are carried out at the last price";
  return [{ ...common, key: `${vault.address} close`, title: "Carry out all requests", text, intent }];
}

function stateText(vault: Vault, now: UnixSeconds): string {
  const { stage, requestExecutesAt } = epochSchedule(vault, now);
  const name = STAGE_NAME[stage];
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}. A withdrawal requested now is carried out ${instantText(requestExecutesAt, now)}.`;
}

function instantText({ at, isFixed, earliest }: ScheduledInstant, now: UnixSeconds): string {
  if (at <= now) return "as soon as anybody calls for it";
  if (earliest !== undefined)
    return `on ${formatUtcDate(at, now)}, or from ${formatUtcDate(earliest, now)} if nothing is sold`;
  return isFixed ? `on ${formatUtcDate(at, now)}` : `by ${formatUtcDate(at, now)} at the latest`;
}

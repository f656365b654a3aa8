import { vaultTitle } from "@/components/vault/vaultTitle";
import { formatTimeLeft } from "@/lib/format/formatTimeLeft";
import { formatToken } from "@/lib/format/formatToken";
import { formatUtcDate } from "@/lib/format/formatUtcDate";
import type { OwnIntent } from "@/lib/transaction/Intent";
import { shares } from "@/lib/units/Shares";
import { tokenAmount } from "@/lib/units/TokenAmount";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import type { ScheduledInstant } from "@/lib/vault/epochSchedule";
import type { Position } from "@/lib/vault/Position";
import { type NextAction, requestLedger } from "@/lib/vault/requestLedger";
import type { Vault } from "@/lib/vault/Vault";

/** One open request of an address in words, with the one thing that can be done about it. */
export type RequestRow = {
  readonly key: string;
  readonly vault: Pick<Vault, "chainId" | "address">;
  /** Something waits for the person, not the person for something. */
  readonly isReady: boolean;
  readonly title: string;
  readonly amount: string;
  /** After the amount: "from ETH Iron Condor". */
  readonly rest: string;
  readonly when: string;
  readonly verb: string;
  readonly intent: OwnIntent;
};

/** A vault and what an address has in it. */
export type Held = { readonly vault: Vault; readonly position: Position };

/** Everything open, what can be taken first. Read from the chain alone, so it is the same in every browser. */
export function requestRows(held: readonly Held[], now: UnixSeconds): readonly RequestRow[] {
  const rows = held.flatMap(({ vault, position }) =>
    requestLedger(position, vault, now).map((action) => requestRow(action, { vault, position }, now)),
  );
  return [...rows.filter(({ isReady }) => isReady), ...rows.filter(({ isReady }) => !isReady)];
}

function requestRow(action: NextAction, held: Held, now: UnixSeconds): RequestRow {
  const { vault } = held;
  const key = `${vault.chainId} ${vault.address} ${action.kind}`;
  const { chainId, address } = vault;
  return {
    key,
    vault: { chainId, address },
    isReady: true,
    when: "no deadline",
    ...wordsOf(action, held, now),
    intent: intentOf(action, held),
  };
}

type Words = Pick<RequestRow, "title" | "amount" | "rest" | "verb"> & Partial<RequestRow>;

function wordsOf(action: NextAction, { vault }: Held, now: UnixSeconds): Words {
  const { asset, share, name } = vault;
  const inAsset = (amount: bigint) => formatToken(amount, asset);
  const inShares = (amount: bigint) => formatToken(amount, share);
  const claim = { title: "Ready to claim", verb: "Claim" };
  const back = { title: "Ready to take back", verb: "Take back" };
  switch (action.kind) {
    case "claimAssets":
      return { ...claim, amount: inAsset(action.assets), rest: `from ${name}, for ${inShares(action.shares)}` };
    case "claimShares":
      return { ...claim, amount: inShares(action.shares), rest: `of ${name}, for ${inAsset(action.assets)}` };
    case "refundAssets":
      return {
        ...back,
        amount: inAsset(action.assets),
        rest: `from ${name}: cancelled, or did not fit under the cap`,
      };
    case "refundShares":
      return { ...back, amount: inShares(action.shares), rest: `of ${name}: the withdrawal was cancelled` };
    case "waitForShares": {
      const rest = `into ${name}`;
      return { ...waiting(action.until, now), title: "Pending deposit", amount: inAsset(action.assets), rest };
    }
    case "waitForAssets": {
      const rest = `of ${name}`;
      return { ...waiting(action.until, now), title: "Pending withdrawal", amount: inShares(action.shares), rest };
    }
  }
}

function waiting(until: ScheduledInstant, now: UnixSeconds) {
  return { isReady: false, verb: "Cancel", when: untilText(until, now) } as const;
}

/** When what waits is executed: `Fri 27 Nov, 08:00 UTC, in 4d 17h`, with "by" before a date that is the latest one. */
export function untilText({ at, isFixed }: ScheduledInstant, now: UnixSeconds): string {
  if (at <= now) return "waits for the settlement, due now";
  return `${isFixed ? "" : "by "}${formatUtcDate(at, now)}, in ${formatTimeLeft(at, now)}`;
}

function intentOf(action: NextAction, { vault, position }: Held): OwnIntent {
  const named = { address: vault.address, name: vaultTitle(vault) };
  const { asset, share } = vault;
  const { pendingDepositAssets, refundableAssets, pendingRedeemShares, refundableShares } = position.requests;
  switch (action.kind) {
    case "claimAssets":
      return { kind: "claimAssets", vault: named, asset, shares: action.shares, assets: action.assets };
    case "claimShares":
      return { kind: "claimShares", vault: named, share, shares: action.shares };
    case "refundAssets":
      return { kind: "refundAssets", vault: named, asset, assets: action.assets };
    case "refundShares":
      return { kind: "refundShares", vault: named, share, shares: action.shares };
    case "waitForShares":
      return {
        kind: "cancelDeposit",
        vault: named,
        asset,
        assets: tokenAmount(pendingDepositAssets + refundableAssets),
      };
    case "waitForAssets":
      return { kind: "cancelRedeem", vault: named, share, shares: shares(pendingRedeemShares + refundableShares) };
  }
}

import { untilText } from "@/components/transaction/requestRow";
import { vaultTitle } from "@/components/vault/vaultTitle";
import { formatToken } from "@/lib/format/formatToken";
import { type Clock, formatZonedDate, formatZonedDay } from "@/lib/format/formatZonedDate";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import { epochSchedule } from "@/lib/vault/epochSchedule";
import type { RequestLife } from "@/lib/vault/RequestLife";
import type { Hex } from "@/lib/vault/Token";
import type { Vault } from "@/lib/vault/Vault";

/** A request in words. */
export type LifeRow = {
  readonly key: string;
  readonly asked: string;
  readonly requestedAt: UnixSeconds;
  readonly vault: Vault;
  readonly what: "Deposit" | "Withdrawal";
  readonly amount: string;
  readonly state: "Pending" | "Claimable" | "Partly claimed" | "Claimed" | "To take back" | "Cancelled" | "Did not fit";
  /** Something can be taken now. */
  readonly isReady: boolean;
  /** What the state's word leaves out: since when, what came of it, what did not fit. */
  readonly detail: string;
  /** The price at which it was executed, and which epoch's; null while it was not. */
  readonly execution: { readonly price: string; readonly when: string } | null;
  readonly next: string;
  readonly transaction: Hex;
};

/** What became of a request, by the reader's clock, and its one next step: a deadline stays in UTC, as the vault has it. */
export function lifeRow(life: RequestLife, vault: Vault, clock: Clock): LifeRow {
  const inUnit = (amount: bigint) => formatToken(amount, life.kind === "deposit" ? vault.asset : vault.share);
  const row = { life, vault, clock, inUnit };
  const { execution } = life;
  return {
    key: `${vault.address} ${life.transaction} ${life.kind} ${life.amount} ${life.requestedAt}`,
    asked: formatZonedDate(life.requestedAt, clock),
    requestedAt: life.requestedAt,
    vault,
    what: life.kind === "deposit" ? "Deposit" : "Withdrawal",
    amount: inUnit(life.amount),
    state: stateOf(life),
    isReady: life.claimable > 0n || life.refundable > 0n,
    detail: detailsOf(row).join(" "),
    execution:
      execution === null
        ? null
        : {
            price: formatToken(execution.price, { symbol: vault.asset.symbol, decimals: 18 }),
            when: execution.epoch === null ? "between epochs" : `end of epoch ${execution.epoch}`,
          },
    next: nextOf(row),
    transaction: life.transaction,
  };
}

type Row = {
  readonly life: RequestLife;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly inUnit: (amount: bigint) => string;
};

function stateOf({ pending, claimable, claimed, refundable, cancelledAt, execution }: RequestLife): LifeRow["state"] {
  if (pending > 0n) return "Pending";
  if (claimable > 0n) return claimed > 0n ? "Partly claimed" : "Claimable";
  if (claimed > 0n) return refundable > 0n ? "To take back" : "Claimed";
  if (refundable > 0n) return "To take back";
  return cancelledAt === null && execution !== null ? "Did not fit" : "Cancelled";
}

function detailsOf({ life, vault, clock, inUnit }: Row): readonly string[] {
  const { execution, cancelledAt, claimable, claimed, refundable, returned, lastTakenAt } = life;
  const details: string[] = [];
  if (cancelledAt !== null) details.push(`Cancelled on ${formatZonedDay(cancelledAt, clock)}.`);
  if (claimable > 0n && execution !== null) details.push(`Since ${formatZonedDay(execution.at, clock)}.`);
  if (execution !== null && execution.executed > 0n) {
    const became = formatToken(execution.received, life.kind === "deposit" ? vault.share : vault.asset);
    details.push(`Became ${became}.`);
  }
  if (claimable > 0n && claimed > 0n) details.push(`${inUnit(claimed)} of it claimed.`);
  if (cancelledAt === null && refundable + returned > 0n) {
    details.push(`${inUnit(refundable + returned)} did not fit under the cap.`);
  }
  if (lastTakenAt !== null && claimable + refundable === 0n) {
    details.push(`Taken on ${formatZonedDay(lastTakenAt, clock)}.`);
  }
  return details;
}

function nextOf({ life, vault, clock: { now }, inUnit }: Row): string {
  const { pending, claimable, refundable } = life;
  if (pending > 0n) {
    const until = untilText(epochSchedule(vault, now).requestExecutesAt, now);
    return `Executed at the end of the epoch: ${until}. It can be cancelled free until then.`;
  }
  const steps = [
    ...(claimable > 0n ? [`Claim what ${inUnit(claimable)} became.`] : []),
    ...(refundable > 0n ? [`Take back ${inUnit(refundable)}.`] : []),
  ];
  return steps.length === 0 ? "None: it is done." : `${steps.join(" ")} No deadline.`;
}

/** Where a row's vault is named. */
export function rowVault({ vault }: Pick<LifeRow, "vault">): { readonly title: string; readonly href: string } {
  return { title: vaultTitle(vault), href: `/vaults/${vault.chainId}/${vault.address}` };
}

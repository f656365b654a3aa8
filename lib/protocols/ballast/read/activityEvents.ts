import { zeroAddress } from "viem";
import { isSameAddress } from "@/lib/transaction/checkCall";
import { shares } from "@/lib/units/Shares";
import { tokenAmount } from "@/lib/units/TokenAmount";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import { wad } from "@/lib/units/Wad";
import type { ActivityEvent, EventPlace } from "@/lib/vault/ActivityEvent";
import type { Address } from "@/lib/vault/Token";
import type { VaultLog } from "./activityLogs";

/** Whose events, and when a log's block was. */
export type ActivityReader = { readonly account: Address; readonly timeOf: (log: VaultLog["log"]) => UnixSeconds };

/**
 * What the logs of one vault, in order, say of an address. Shares that a vault moves for a request, a claim or a cancel are told by that
 * event; what moves besides is received or sent. Fee shares are issued before the settlement's event and at its price, so they come after it.
 */
export function activityEvents(logs: readonly VaultLog[], reader: ActivityReader): readonly ActivityEvent[] {
  const moved = new Set(logs.filter((log) => movesShares(log, reader.account)).map(({ log }) => keyOf(log)));
  const isOwnMove = ({ log }: VaultLog) => moved.has(keyOf({ ...log, logIndex: log.logIndex - 1 }));
  return feesAfterExecutions(logs).flatMap((log) =>
    log.eventName === "Transfer" && isOwnMove(log) ? [] : eventsOf(log, reader),
  );
}

function keyOf({ blockNumber, logIndex }: VaultLog["log"]): string {
  return `${blockNumber} ${logIndex}`;
}

/** Does the vault move shares of the address with its next log? */
function movesShares({ eventName, args }: VaultLog, account: Address): boolean {
  switch (eventName) {
    case "RedeemRequest":
    case "Deposit":
      return isSameAddress(args.owner, account);
    case "CancelRedeemClaim":
      return isSameAddress(args.receiver, account);
    default:
      return false;
  }
}

function feesAfterExecutions(logs: readonly VaultLog[]): readonly VaultLog[] {
  const isFee = ({ eventName, args }: VaultLog) => eventName === "Transfer" && isSameAddress(args.from, zeroAddress);
  const orderOf = (log: VaultLog, index: number) => {
    if (!isFee(log)) return index;
    const execution = logs.findIndex(
      (one, at) => at > index && one.eventName === "EpochSettled" && one.log.blockNumber === log.log.blockNumber,
    );
    return execution < 0 ? index : execution + 0.5;
  };
  return logs
    .map((log, index) => ({ log, order: orderOf(log, index) }))
    .toSorted((a, b) => a.order - b.order)
    .map(({ log }) => log);
}

function eventsOf(vaultLog: VaultLog, { account, timeOf }: ActivityReader): readonly ActivityEvent[] {
  const { log } = vaultLog;
  const place: EventPlace = { at: timeOf(log), transaction: log.transactionHash };
  switch (vaultLog.eventName) {
    case "EpochSettled":
    case "RequestsExecuted":
      return [executionOf(vaultLog, place)];
    case "Transfer":
      return transferOf(vaultLog.args, { account, place });
    case "RedeemRequest":
    case "Deposit":
    case "CancelRedeemClaim":
      return sharesOf(vaultLog, { account, place });
    default:
      return requestOf(vaultLog, place);
  }
}

type Of<Name extends VaultLog["eventName"]> = Extract<VaultLog, { readonly eventName: Name }>;
type Own = { readonly account: Address; readonly place: EventPlace };

function executionOf({ eventName, args }: Of<"EpochSettled" | "RequestsExecuted">, place: EventPlace): ActivityEvent {
  return {
    ...place,
    kind: "executed",
    epoch: eventName === "EpochSettled" ? Number(args.epoch) : null,
    price: wad(args.sharePrice),
    joinedAssets: tokenAmount(args.depositsExecuted),
    waitingAssets: null,
  };
}

function transferOf({ from, to, amount }: Of<"Transfer">["args"], { account, place }: Own): readonly ActivityEvent[] {
  if (isSameAddress(from, to)) return [];
  const moved = shares(amount);
  return isSameAddress(to, account)
    ? [{ ...place, kind: "sharesReceived", shares: moved, other: from }]
    : [{ ...place, kind: "sharesSent", shares: moved, other: to }];
}

/** Events that move shares: what it is for the address as controller, and with whom it shares them where it is not both parties. */
function sharesOf(
  { eventName, args }: Of<"RedeemRequest" | "Deposit" | "CancelRedeemClaim">,
  { account, place }: Own,
): readonly ActivityEvent[] {
  const moved = shares(args.shares);
  if (eventName === "RedeemRequest") {
    const asked = { ...place, kind: "redeemRequested", shares: moved } as const;
    if (!isSameAddress(args.controller, account)) {
      return [{ ...place, kind: "sharesSent", shares: moved, other: args.controller }];
    }
    if (isSameAddress(args.owner, account)) return [asked];
    return [{ ...place, kind: "sharesReceived", shares: moved, other: args.owner }, asked];
  }
  const { controller, receiver } = eventName === "Deposit" ? { controller: args.sender, receiver: args.owner } : args;
  if (!isSameAddress(controller, account)) {
    return [{ ...place, kind: "sharesReceived", shares: moved, other: controller }];
  }
  const taken: ActivityEvent =
    eventName === "Deposit"
      ? { ...place, kind: "sharesClaimed", assets: tokenAmount(args.assets), shares: moved }
      : { ...place, kind: "sharesReturned", shares: moved };
  if (isSameAddress(receiver, account)) return [taken];
  return [taken, { ...place, kind: "sharesSent", shares: moved, other: receiver }];
}

/** Events that name the address as controller alone. */
function requestOf({ eventName, args }: VaultLog, place: EventPlace): readonly ActivityEvent[] {
  switch (eventName) {
    case "DepositRequest":
      return [{ ...place, kind: "depositRequested", assets: tokenAmount(args.assets) }];
    case "CancelDepositRequest":
      return [{ ...place, kind: "depositCancelled" }];
    case "CancelRedeemRequest":
      return [{ ...place, kind: "redeemCancelled" }];
    case "CancelDepositClaim":
      return [{ ...place, kind: "assetsReturned", assets: tokenAmount(args.assets) }];
    case "Withdraw":
      return [{ ...place, kind: "assetsClaimed", assets: tokenAmount(args.assets), shares: shares(args.shares) }];
    default:
      return [];
  }
}

import { mulDiv } from "@/lib/units/rounding";
import { shares } from "@/lib/units/Shares";
import { tokenAmount } from "@/lib/units/TokenAmount";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import { WAD, type Wad, wad } from "@/lib/units/Wad";
import type { ActivityEvent, ExecutionEvent } from "./ActivityEvent";
import type { RequestLife } from "./RequestLife";
import { toAssetsDown, toSharesDown } from "./sharePrice";

/** Every request of an address in a vault, oldest first, and whether what was taken is explained by what was asked for. */
export type RequestLives = {
  readonly lives: readonly RequestLife[];
  /** False: more was claimed or paid back than the events say was there, so some are missing. */
  readonly isExplained: boolean;
};

type Kind = RequestLife["kind"];
type Draft = { -readonly [Field in keyof RequestLife]: RequestLife[Field] };

/**
 * The lives of all requests from the events, oldest first. A vault keeps one sum a controller (decision 21): requests of one
 * epoch share what fitted under the cap in proportion, and a claim or refund counts for the oldest request that has any.
 * `assetDecimals` of the vault's asset. Rounding is the contract's, so the sums equal its own to the unit.
 */
export function requestLives(events: readonly ActivityEvent[], assetDecimals: number): RequestLives {
  const drafts: Draft[] = [];
  let isExplained = true;
  for (const event of events) if (!applied(event, drafts, assetDecimals)) isExplained = false;
  return { lives: drafts, isExplained };
}

/** Changes the drafts by an event; false when they do not have what it takes. */
function applied(event: ActivityEvent, drafts: Draft[], assetDecimals: number): boolean {
  switch (event.kind) {
    case "depositRequested":
      drafts.push(asked("deposit", event, event.assets));
      return true;
    case "redeemRequested":
      drafts.push(asked("redeem", event, event.shares));
      return true;
    case "depositCancelled":
      return cancelled(drafts, { kind: "deposit", at: event.at });
    case "redeemCancelled":
      return cancelled(drafts, { kind: "redeem", at: event.at });
    case "executed":
      executeDeposits(drafts, event, assetDecimals);
      executeRedemptions(drafts, event, assetDecimals);
      return true;
    case "sharesClaimed":
      return taken(drafts, { kind: "deposit", from: "claimable", to: "claimed", amount: event.assets, at: event.at });
    case "assetsClaimed":
      return taken(drafts, { kind: "redeem", from: "claimable", to: "claimed", amount: event.shares, at: event.at });
    case "assetsReturned":
      return taken(drafts, { kind: "deposit", from: "refundable", to: "returned", amount: event.assets, at: event.at });
    case "sharesReturned":
      return taken(drafts, { kind: "redeem", from: "refundable", to: "returned", amount: event.shares, at: event.at });
    case "sharesReceived":
    case "sharesSent":
      return true;
  }
}

function asked(kind: Kind, { at, transaction }: ActivityEvent, amount: bigint): Draft {
  return {
    kind,
    requestedAt: at,
    transaction,
    amount,
    pending: amount,
    claimable: 0n,
    claimed: 0n,
    refundable: 0n,
    returned: 0n,
    execution: null,
    cancelledAt: null,
    lastTakenAt: null,
  };
}

function cancelled(drafts: readonly Draft[], { kind, at }: { readonly kind: Kind; readonly at: UnixSeconds }): boolean {
  const open = waiting(drafts, kind);
  for (const draft of open) {
    draft.refundable += draft.pending;
    draft.pending = 0n;
    draft.cancelledAt = at;
  }
  return open.length > 0;
}

/** What did not fit is rounded down for the account's sum, as the contract does, and shared by its requests without a unit left. */
function executeDeposits(drafts: readonly Draft[], event: ExecutionEvent, assetDecimals: number): void {
  const open = waiting(drafts, "deposit");
  const sum = open.reduce((total, { pending }) => total + pending, 0n);
  if (sum === 0n) return;
  const refund = overTheCap(sum, event);
  let before = 0n;
  for (const draft of open) {
    const asset = draft.pending;
    const after = before + asset;
    const back = shareOf(refund, after, sum) - shareOf(refund, before, sum);
    const joined = asset - back;
    const received = toSharesDown(tokenAmount(joined), depositPrice(event.price), assetDecimals);
    executed(draft, event, { executed: joined, received });
    draft.refundable += back;
    before = after;
  }
}

function executeRedemptions(drafts: readonly Draft[], event: ExecutionEvent, assetDecimals: number): void {
  for (const draft of waiting(drafts, "redeem")) {
    const received = toAssetsDown(shares(draft.pending), event.price, assetDecimals);
    executed(draft, event, { executed: draft.pending, received });
  }
}

function executed(
  draft: Draft,
  { at, transaction, epoch, price }: ExecutionEvent,
  became: { readonly executed: bigint; readonly received: bigint },
): void {
  draft.execution = { at, transaction, epoch, price, ...became };
  draft.claimable += became.executed;
  draft.pending = 0n;
}

function overTheCap(pending: bigint, { waitingAssets, joinedAssets }: ExecutionEvent): bigint {
  if (waitingAssets === null || waitingAssets === 0n) return 0n;
  return mulDiv({ a: pending, b: waitingAssets - joinedAssets, denominator: waitingAssets }, "down");
}

function shareOf(whole: bigint, part: bigint, of: bigint): bigint {
  return mulDiv({ a: whole, b: part, denominator: of }, "down");
}

/**
 * Deposits pay the price rounded up, which the events do not tell: the next number, but for the starting price. Wrong by one unit
 * of 1e−18 where another price was exact.
 */
function depositPrice(price: Wad): Wad {
  return price === WAD ? WAD : wad(price + 1n);
}

type Taking = {
  readonly kind: Kind;
  readonly from: "claimable" | "refundable";
  readonly to: "claimed" | "returned";
  readonly amount: bigint;
  readonly at: UnixSeconds;
};

function taken(drafts: readonly Draft[], { kind, from, to, amount, at }: Taking): boolean {
  let left = amount;
  for (const draft of drafts) {
    if (left === 0n) break;
    if (draft.kind !== kind || draft[from] === 0n) continue;
    const part = least(draft[from], left);
    draft[from] -= part;
    draft[to] += part;
    draft.lastTakenAt = at;
    left -= part;
  }
  return left === 0n;
}

function waiting(drafts: readonly Draft[], kind: Kind): readonly Draft[] {
  return drafts.filter((draft) => draft.kind === kind && draft.pending > 0n);
}

function least(a: bigint, b: bigint): bigint {
  if (a < b) return a;
  return b;
}

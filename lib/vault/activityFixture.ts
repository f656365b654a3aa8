import { mulDiv } from "@/lib/units/rounding";
import { shares } from "@/lib/units/Shares";
import { tokenAmount } from "@/lib/units/TokenAmount";
import { type UnixSeconds, unixSeconds } from "@/lib/units/UnixSeconds";
import { WAD, wad } from "@/lib/units/Wad";
import type { ActivityEvent, EventPlace } from "./ActivityEvent";
import type { ActivityState } from "./hasActivityGap";
import { toAssetsDown, toSharesDown } from "./sharePrice";
import type { Address } from "./Token";

/** What a test lets an address do, or happen to it. Amounts are asset units or shares; what is not there is not done. */
export type Act =
  | { readonly kind: "deposit" | "withdraw" | "receive" | "send"; readonly amount: bigint }
  | { readonly kind: "cancelDeposit" | "cancelRedeem" | "takeAssets" | "takeShares" }
  /** Claims so many thousandths of what can be. */
  | { readonly kind: "claimShares" | "claimAssets"; readonly perMille: bigint }
  /** `others` wait to join too, of all `room` is accepted; the share price becomes `price`. */
  | { readonly kind: "execute"; readonly price: bigint; readonly others: bigint; readonly room: bigint };

const SOMEBODY: Address = `0x${"5b".repeat(20)}`;
const DECIMALS = 6;
const DAY = 86_400n;

type Account = {
  pending: bigint;
  claimableAssets: bigint;
  claimableShares: bigint;
  refundableAssets: bigint;
  pendingShares: bigint;
  leavingShares: bigint;
  leavingAssets: bigint;
  refundableShares: bigint;
  wallet: bigint;
  price: bigint;
  executions: bigint;
};

/** What the acts wrote into the chain, and where the vault then stands: its own rules once more, a day an act, from the deposit day on. */
export type Lived = {
  readonly events: readonly ActivityEvent[];
  readonly state: ActivityState;
  readonly price: bigint;
};

/** Lives through acts by the contract's own rules, as VaultDeposits and VaultRedemptions have them. */
export function lived(acts: readonly Act[]): Lived {
  const account: Account = {
    pending: 0n,
    claimableAssets: 0n,
    claimableShares: 0n,
    refundableAssets: 0n,
    pendingShares: 0n,
    leavingShares: 0n,
    leavingAssets: 0n,
    refundableShares: 0n,
    wallet: 0n,
    price: WAD,
    executions: 0n,
  };
  const events = acts.flatMap((act, index) => played(act, account, placeOf(index)));
  return { events, state: stateOf(account), price: account.price };
}

/** The time of the act with this index. */
export function dayOf(index: number): UnixSeconds {
  return unixSeconds(1_790_000_000n + BigInt(index) * DAY);
}

function placeOf(index: number): EventPlace {
  return { at: dayOf(index), transaction: `0x${index.toString(16).padStart(64, "0")}` };
}

function played(act: Act, account: Account, place: EventPlace): readonly ActivityEvent[] {
  switch (act.kind) {
    case "deposit":
      account.pending += act.amount;
      return [{ ...place, kind: "depositRequested", assets: tokenAmount(act.amount) }];
    case "withdraw":
    case "receive":
    case "send":
      return sharesMoved(act, account, place);
    case "cancelDeposit":
    case "cancelRedeem":
      return cancelled(act.kind, account, place);
    case "takeAssets":
    case "takeShares":
      return takenBack(act.kind, account, place);
    case "claimShares":
    case "claimAssets":
      return claimed(act, account, place);
    case "execute":
      return [executed(act, account, place)];
  }
}

type SharesAct = Extract<Act, { readonly kind: "deposit" | "withdraw" | "receive" | "send" }>;

function sharesMoved({ kind, amount }: SharesAct, account: Account, place: EventPlace): readonly ActivityEvent[] {
  if (kind === "receive") {
    account.wallet += amount;
    return [{ ...place, kind: "sharesReceived", shares: shares(amount), other: SOMEBODY }];
  }
  const moved = least(amount, account.wallet);
  if (moved === 0n) return [];
  account.wallet -= moved;
  if (kind === "send") return [{ ...place, kind: "sharesSent", shares: shares(moved), other: SOMEBODY }];
  account.pendingShares += moved;
  return [{ ...place, kind: "redeemRequested", shares: shares(moved) }];
}

function cancelled(
  kind: "cancelDeposit" | "cancelRedeem",
  account: Account,
  place: EventPlace,
): readonly ActivityEvent[] {
  if (kind === "cancelDeposit") {
    if (account.pending === 0n) return [];
    account.refundableAssets += account.pending;
    account.pending = 0n;
    return [{ ...place, kind: "depositCancelled" }];
  }
  if (account.pendingShares === 0n) return [];
  account.refundableShares += account.pendingShares;
  account.pendingShares = 0n;
  return [{ ...place, kind: "redeemCancelled" }];
}

function takenBack(kind: "takeAssets" | "takeShares", account: Account, place: EventPlace): readonly ActivityEvent[] {
  const { refundableAssets, refundableShares } = account;
  if (kind === "takeAssets") {
    if (refundableAssets === 0n) return [];
    account.refundableAssets = 0n;
    return [{ ...place, kind: "assetsReturned", assets: tokenAmount(refundableAssets) }];
  }
  if (refundableShares === 0n) return [];
  account.refundableShares = 0n;
  account.wallet += refundableShares;
  return [{ ...place, kind: "sharesReturned", shares: shares(refundableShares) }];
}

type ClaimAct = Extract<Act, { readonly perMille: bigint }>;

function claimed({ kind, perMille }: ClaimAct, account: Account, place: EventPlace): readonly ActivityEvent[] {
  if (kind === "claimShares") {
    const assets = (account.claimableAssets * perMille) / 1000n;
    if (assets === 0n) return [];
    const got = mulDiv({ a: assets, b: account.claimableShares, denominator: account.claimableAssets }, "down");
    account.claimableAssets -= assets;
    account.claimableShares -= got;
    account.wallet += got;
    return [{ ...place, kind: "sharesClaimed", assets: tokenAmount(assets), shares: shares(got) }];
  }
  const given = (account.leavingShares * perMille) / 1000n;
  if (given === 0n) return [];
  const assets = mulDiv({ a: given, b: account.leavingAssets, denominator: account.leavingShares }, "down");
  account.leavingShares -= given;
  account.leavingAssets -= assets;
  return [{ ...place, kind: "assetsClaimed", assets: tokenAmount(assets), shares: shares(given) }];
}

function executed(act: Extract<Act, { kind: "execute" }>, account: Account, place: EventPlace): ActivityEvent {
  const { pending, pendingShares } = account;
  const waiting = pending + act.others;
  const joined = least(waiting, act.room);
  account.price = act.price;
  account.executions += 1n;
  if (pending > 0n) {
    const accepted = (pending * joined) / waiting;
    const refund = (pending * (waiting - joined)) / waiting;
    const price = wad(act.price === WAD ? WAD : act.price + 1n);
    account.refundableAssets += refund;
    account.claimableAssets += pending - refund;
    account.claimableShares += toSharesDown(tokenAmount(accepted), price, DECIMALS);
    account.pending = 0n;
  }
  account.leavingShares += pendingShares;
  account.leavingAssets += toAssetsDown(shares(pendingShares), wad(act.price), DECIMALS);
  account.pendingShares = 0n;
  return {
    ...place,
    kind: "executed",
    epoch: Number(account.executions),
    price: wad(act.price),
    joinedAssets: tokenAmount(joined),
    waitingAssets: tokenAmount(waiting),
  };
}

function stateOf(account: Account): ActivityState {
  return {
    requests: {
      pendingDepositAssets: tokenAmount(account.pending),
      claimableDepositAssets: tokenAmount(account.claimableAssets),
      claimableDepositShares: shares(account.claimableShares),
      refundableAssets: tokenAmount(account.refundableAssets),
      pendingRedeemShares: shares(account.pendingShares),
      claimableRedeemShares: shares(account.leavingShares),
      claimableRedeemAssets: tokenAmount(account.leavingAssets),
      refundableShares: shares(account.refundableShares),
    },
    shares: shares(account.wallet),
    executions: account.executions,
    assetDecimals: DECIMALS,
  };
}

function least(a: bigint, b: bigint): bigint {
  if (a < b) return a;
  return b;
}

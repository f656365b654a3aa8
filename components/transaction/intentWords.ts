import { describeIntent } from "@/lib/format/describeIntent";
import { formatAddress } from "@/lib/format/formatAddress";
import { formatToken } from "@/lib/format/formatToken";
import { joinedNames } from "@/lib/format/joinedNames";
import type { Intent } from "@/lib/transaction/Intent";

/** An intent in the words of the review and of its toasts. */
export type IntentWords = {
  /** Heading of the review: "Deposit 1,500.00 USDC in ETH Put Income". */
  readonly title: string;
  /** The last button: a verb with its object. */
  readonly button: string;
  /** What is sent, confirmed or failed: "Deposit request". */
  readonly subject: string;
  /** The amount and the vault, once on its way: "10,000.00 USDC to ETH Iron Condor". */
  readonly what: string;
  /** What holds after a failure, as a clause. */
  readonly unharmed: string;
};

/** Puts an intent into words. */
export function intentWords(intent: Intent): IntentWords {
  return { ...describeIntent(intent), ...newsWords(intent) };
}

type NewsWords = Pick<IntentWords, "subject" | "what" | "unharmed">;

function newsWords(intent: Intent): NewsWords {
  switch (intent.kind) {
    case "deposit": {
      const { asset, assets, isPaidInCoin, parts } = intent;
      const token = isPaidInCoin ? { symbol: "ETH", decimals: asset.decimals } : asset;
      const what = `${formatToken(assets, token)} to ${joinedNames(parts.map(({ vault }) => vault.name))}`;
      return { subject: "Deposit request", what, unharmed: "nothing was taken" };
    }
    case "redeem": {
      const amounts = joinedNames(intent.parts.map(({ shares, share }) => formatToken(shares, share)));
      const what = `${amounts} from ${joinedNames(intent.parts.map(({ vault }) => vault.name))}`;
      return { subject: "Withdrawal request", what, unharmed: "your shares are where they were" };
    }
    case "setAllocation":
      return {
        subject: "Split",
        what: `${intent.parts.length === 0 ? "none stored" : "stored"} for ${intent.asset.symbol}`,
        unharmed: "your old split stands",
      };
    case "revokeAllowance": {
      const what = `${intent.token.symbol} allowance of ${intent.spenderName ?? formatAddress(intent.spender)}`;
      return { subject: "Revocation", what, unharmed: "the allowance still stands" };
    }
    case "revokeOperator": {
      const what = `Operator ${intent.operatorName ?? formatAddress(intent.operator)} in ${intent.vault.name}`;
      return { subject: "Revocation", what, unharmed: "the operator may still act for you" };
    }
    case "depositAtOnce": {
      const what = `${formatToken(intent.assets, intent.asset)} to ${intent.vault.name}`;
      return { subject: "Deposit", what, unharmed: "nothing was taken" };
    }
    case "endEpoch": {
      const what = `${intent.by === "settleEpoch" ? "Epoch" : "Requests"} of ${intent.vault.name}`;
      return { subject: "Settlement", what, unharmed: "all requests still wait" };
    }
    default: {
      const isAssets = "asset" in intent;
      const amount = isAssets ? formatToken(intent.assets, intent.asset) : formatToken(intent.shares, intent.share);
      const what = `${amount} from ${intent.vault.name} to you`;
      return { ...MOVING[intent.kind], what };
    }
  }
}

type Moving = Exclude<
  Intent,
  {
    readonly kind:
      | "deposit"
      | "redeem"
      | "depositAtOnce"
      | "setAllocation"
      | "revokeAllowance"
      | "revokeOperator"
      | "endEpoch";
  }
>;

const MOVING: Readonly<Record<Moving["kind"], Pick<IntentWords, "subject" | "unharmed">>> = {
  cancelDeposit: { subject: "Cancellation", unharmed: "your request still waits" },
  cancelRedeem: { subject: "Cancellation", unharmed: "your request still waits" },
  claimShares: { subject: "Claim", unharmed: "your shares still wait for you" },
  claimAssets: { subject: "Claim", unharmed: "your assets still wait for you" },
  refundAssets: { subject: "Refund", unharmed: "your assets still wait for you" },
  redeemAtOnce: { subject: "Withdrawal", unharmed: "your shares are where they were" },
  refundShares: { subject: "Refund", unharmed: "your shares still wait for you" },
};

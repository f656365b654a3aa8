import type { Intent } from "@/lib/transaction/Intent";
import { bpsToNumber } from "@/lib/units/Bps";
import { formatAddress } from "./formatAddress";
import { formatPercent } from "./formatPercent";
import { formatToken } from "./formatToken";
import { joinedNames } from "./joinedNames";

/** What a person asked for: a heading, and the verb with its object for the button. */
export type IntentText = { readonly title: string; readonly button: string };

/** An intent in words: `Deposit 1,500.00 USDC in ETH Put Income`. */
export function describeIntent(intent: Intent): IntentText {
  switch (intent.kind) {
    case "deposit": {
      const coin = { symbol: intent.isPaidInCoin ? "ETH" : intent.asset.symbol, decimals: intent.asset.decimals };
      const vaults = joinedNames(intent.parts.map(({ vault }) => vault.name));
      return { title: `Deposit ${formatToken(intent.assets, coin)} in ${vaults}`, button: "Request deposit" };
    }
    case "redeem": {
      const parts = intent.parts.map(({ share, shares }) => formatToken(shares, share));
      return { title: `Withdraw ${joinedNames(parts)}`, button: "Request withdrawal" };
    }
    case "cancelDeposit":
      return {
        title: `Take back ${formatToken(intent.assets, intent.asset)} from ${intent.vault.name}`,
        button: "Cancel deposit",
      };
    case "cancelRedeem":
      return { title: `Keep ${formatToken(intent.shares, intent.share)}`, button: "Cancel withdrawal" };
    case "claimShares":
      return { title: `Claim ${formatToken(intent.shares, intent.share)}`, button: "Claim shares" };
    case "claimAssets":
      return {
        title: `Claim ${formatToken(intent.assets, intent.asset)} from ${intent.vault.name}`,
        button: `Claim ${intent.asset.symbol}`,
      };
    case "refundAssets":
      return {
        title: `Take back ${formatToken(intent.assets, intent.asset)} from ${intent.vault.name}`,
        button: `Take back ${intent.asset.symbol}`,
      };
    case "refundShares":
      return { title: `Take back ${formatToken(intent.shares, intent.share)}`, button: "Take back shares" };
    case "setAllocation": {
      const parts = intent.parts.map(({ vault, weight }) => `${formatPercent(bpsToNumber(weight), 0)} ${vault.name}`);
      return parts.length === 0
        ? { title: `Forget your split for ${intent.asset.symbol}`, button: "Forget split" }
        : { title: `Store your split for ${intent.asset.symbol}: ${joinedNames(parts)}`, button: "Store split" };
    }
    case "depositAtOnce":
      return {
        title: `Deposit ${formatToken(intent.assets, intent.asset)} in ${intent.vault.name}`,
        button: `Deposit ${intent.asset.symbol}`,
      };
    case "redeemAtOnce":
      return {
        title: intent.isAll
          ? `Withdraw everything from ${intent.vault.name}`
          : `Withdraw ${formatToken(intent.assets, intent.asset)} from ${intent.vault.name}`,
        button: `Withdraw ${intent.asset.symbol}`,
      };
    case "revokeAllowance": {
      const spender = intent.spenderName ?? formatAddress(intent.spender);
      return { title: `Revoke the ${intent.token.symbol} allowance of ${spender}`, button: "Revoke allowance" };
    }
    case "endEpoch":
      return intent.by === "settleEpoch"
        ? { title: `End the epoch of ${intent.vault.name}`, button: "End epoch" }
        : { title: `Carry out all requests in ${intent.vault.name}`, button: "Carry out requests" };
    case "revokeOperator": {
      const operator = intent.operatorName ?? formatAddress(intent.operator);
      return { title: `Revoke the operator ${operator} in ${intent.vault.name}`, button: "Revoke operator" };
    }
  }
}

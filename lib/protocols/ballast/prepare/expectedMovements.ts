import type { OwnIntent } from "@/lib/transaction/Intent";
import { type Movement, NATIVE_COIN } from "@/lib/transaction/Movement";
import type { Address, Token } from "@/lib/vault/Token";

const COIN = { symbol: "ETH", decimals: 18 } as const;

/**
 * What an intent takes from the account (−) and gives to it (+), and what reaches each vault of a request: that it leaves says
 * nothing of where it goes. Requests give nothing back yet; claims take nothing.
 */
export function expectedMovements(intent: OwnIntent, account: Address): readonly Movement[] {
  switch (intent.kind) {
    case "deposit":
      return [
        intent.isPaidInCoin
          ? { account, token: NATIVE_COIN, ...COIN, delta: -intent.assets }
          : movement(account, intent.asset, -intent.assets),
        ...intent.parts.map(({ vault, assets }) => movement(vault.address, intent.asset, assets)),
      ];
    case "redeem":
      return intent.parts.flatMap(({ vault, share, shares }) => [
        movement(account, share, -shares),
        movement(vault.address, share, shares),
      ]);
    case "cancelDeposit":
    case "refundAssets":
    case "claimAssets":
      return [movement(account, intent.asset, intent.assets)];
    case "cancelRedeem":
    case "refundShares":
    case "claimShares":
      return [movement(account, intent.share, intent.shares)];
    case "setAllocation":
    case "revokeAllowance":
    case "revokeOperator":
    case "endEpoch":
      return [];
  }
}

function movement(account: Address, token: Token, delta: bigint): Movement {
  return { account, token: token.address, symbol: token.symbol, decimals: token.decimals, delta };
}

"use client";

import { useChainTime } from "@/hooks/useChainTime";
import { useEthBalance } from "@/hooks/useEthBalance";
import { useWallet } from "@/hooks/useWallet";
import type { FeeCoins, WalletState } from "@/lib/transaction/Obstacle";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import type { Address } from "@/lib/vault/Token";

/** What MAX leaves of the coin for network fees, in wei: 0.005, a few requests and claims even at high prices. */
export const FEE_RESERVE_WEI = 5_000_000_000_000_000n;

/** What surrounds a form: the wallet, its coins, and the chain's time. */
export type Surroundings = {
  readonly account: Address | undefined;
  readonly wallet: WalletState;
  readonly coins: FeeCoins;
  /** False while the coins of a connected account are still being read. */
  readonly isRead: boolean;
  readonly now: UnixSeconds | undefined;
};

/** Who is here, with how many coins, and when? */
export function useSurroundings(): Surroundings {
  const { account, chainId } = useWallet();
  const { data: balance } = useEthBalance(account);
  const time = useChainTime(60);
  return {
    account,
    wallet: account !== undefined && chainId !== undefined ? { account, chainId } : null,
    // One wei is asked for: whether the fee is covered exactly is only known once the transaction is tried.
    coins: { balance: balance ?? 1n, reserve: 1n },
    isRead: account === undefined || balance !== undefined,
    now: time?.now,
  };
}

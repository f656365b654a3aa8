"use client";

import { useChainTime } from "@/hooks/useChainTime";
import { useEthBalance } from "@/hooks/useEthBalance";
import { useWallet } from "@/hooks/useWallet";
import type { FeeCoins, WalletState } from "@/lib/transaction/Obstacle";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import type { Address } from "@/lib/vault/Token";

/** What deposits leave of the coin for network fees, MAX too, in wei: 0.005, a few requests and claims even at high prices. */
const FEE_RESERVE_WEI = 5_000_000_000_000_000n;

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
  const { account, chainId, isSafe } = useWallet();
  const { data: balance } = useEthBalance(account);
  const time = useChainTime(60);
  return {
    account,
    wallet: account !== undefined && chainId !== undefined ? { account, chainId } : null,
    // Coins that are not read yet are in nobody's way: `isRead` holds the button back meanwhile.
    // A Safe pays no fee: whoever executes its transaction does.
    coins: { balance: balance ?? FEE_RESERVE_WEI, reserve: isSafe ? 0n : FEE_RESERVE_WEI },
    isRead: account === undefined || balance !== undefined,
    now: time?.now,
  };
}

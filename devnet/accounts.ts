import type { HDAccount } from "viem/accounts";
import type { Address } from "@/lib/vault/Token";
import { localAccount } from "./localAccount";

/** Who is who on the local chain: position in the published mnemonic. */
export const ACCOUNT_INDEX = {
  deployer: 0,
  /** For a newcomer: has ETH, WETH, USDC and cbBTC, and nothing in the vaults. */
  demo: 1,
  /** Has shares, pending requests and claims, so that a portfolio has something to show. */
  portfolio: 2,
  anna: 3,
  boris: 4,
  clara: 5,
  dmitri: 6,
  northMaker: 7,
  southMaker: 8,
  curator: 9,
  priceFeeder: 10,
  guardian: 11,
  feeRecipient: 12,
  faucet: 13,
  settler: 14,
} as const;

/** A part in the local chain's history. */
export type Role = keyof typeof ACCOUNT_INDEX;

/** The local account of a role. */
export function accountOf(role: Role): HDAccount {
  return localAccount(ACCOUNT_INDEX[role]);
}

/** The address of a role. */
export function addressOf(role: Role): Address {
  return accountOf(role).address;
}

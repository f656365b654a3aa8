import type { SessionTypes } from "@walletconnect/types";
import { type Address, getAddress, isAddress } from "viem";

/** An account on a chain. */
export type PhoneAccount = { readonly chainId: number; readonly address: Address };

/** What a wallet behind the relay agreed to. */
export type PhoneSession = {
  readonly topic: string;
  /** At least one; the wallet's own order. */
  readonly accounts: readonly PhoneAccount[];
  /** What it may be asked. */
  readonly methods: readonly string[];
};

/** The part of WalletConnect's session that is used here. */
type Agreed = Pick<SessionTypes.Struct, "topic" | "namespaces">;

/** Chain and address in CAIP-10's form, decimal without leading zeros, up to what a JavaScript number carries exactly. */
const ACCOUNT = /^eip155:([1-9]\d{0,14}):(0x[\da-f]{40})$/i;

/**
 * Reads what a wallet agreed to. Null when it shares no account of an Ethereum chain. The wallet is a stranger: what is no account is left out, and each
 * account is taken once.
 */
export function phoneSession({ topic, namespaces }: Agreed): PhoneSession | null {
  const shared = Object.entries(namespaces).filter(([name]) => name === "eip155" || name.startsWith("eip155:"));
  const texts = new Set(shared.flatMap(([, { accounts }]) => accounts.map((account) => account.toLowerCase())));
  const accounts = [...texts].flatMap((text) => {
    const [, chainId, address = ""] = ACCOUNT.exec(text) ?? [];
    return isAddress(address) ? [{ chainId: Number(chainId), address: getAddress(address) }] : [];
  });
  return accounts.length === 0 ? null : { topic, accounts, methods: shared.flatMap(([, { methods }]) => methods) };
}

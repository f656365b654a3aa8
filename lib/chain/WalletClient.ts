import type { Account, Chain, Client, Transport } from "viem";

/** The connected wallet. */
export type WalletClient = Client<Transport, Chain | undefined, Account>;

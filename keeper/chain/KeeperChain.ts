import type { Account, Chain, PublicClient, Transport, WalletClient } from "viem";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import type { Address } from "@/lib/vault/Token";

/** A client that reads and simulates. */
export type KeeperReader = PublicClient<Transport, Chain>;

/** A client that signs with one local key. */
export type KeeperSigner = WalletClient<Transport, Chain, Account>;

/** The contracts that a keeper serves. */
export type KeeperTargets = {
  readonly oracle: Address;
  readonly quoteBook: Address;
  readonly vaults: readonly Address[];
  /** First block with a contract of Ballast. */
  readonly startBlock: bigint;
};

/** Where and when reads happen: one block of one chain. */
export type PinnedReads = {
  readonly reader: KeeperReader;
  readonly targets: KeeperTargets;
  readonly blockNumber: bigint;
  /** The block's time. */
  readonly now: UnixSeconds;
};

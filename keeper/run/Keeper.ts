import type { KeeperReader, KeeperSigner, KeeperTargets } from "../chain/KeeperChain";
import type { OptionMarket } from "../chain/OptionMarket";
import type { MakerProfile } from "../maker/planQuote";
import type { CuratorPolicy } from "../plan/KeeperState";
import type { KeeperLog } from "./KeeperLog";
import type { Fees } from "./raisedFees";

/** A maker that this keeper quotes for. */
export type KeeperMaker = { readonly profile: MakerProfile; readonly signer: KeeperSigner };

/** A keeper at work: what it serves, whom it signs for and how it decides. */
export type Keeper = {
  readonly reader: KeeperReader;
  readonly targets: KeeperTargets;
  /** Quotes options; null where no market is connected. */
  readonly optionMarket: OptionMarket | null;
  /** Signs openings (where it is the curator), clearings, settlements; null: makers only. */
  readonly roller: KeeperSigner | null;
  readonly makers: readonly KeeperMaker[];
  readonly policy: Omit<CuratorPolicy, "mayOpen">;
  readonly sending: SendingPolicy;
  readonly log: KeeperLog;
  /** Called after a step's transactions are out; a chain that does not mine by itself mines here. */
  readonly afterBroadcast?: () => Promise<void>;
  /** Transactions that were sent and not yet seen mined, by the key of their action. */
  readonly inFlight: Map<string, SentAction>;
  /** Senders with a pending transaction that this keeper did not send, and since when it sees it (`sending.clock`). */
  readonly foreignSince: Map<string, number>;
};

/** How transactions are sent and how long they may take. */
export type SendingPolicy = {
  /** Milliseconds of this machine; only differences count. */
  readonly clock: () => number;
  /** Milliseconds until a transaction is replaced for a higher fee. */
  readonly patience: number;
  /** Most wei for a unit of gas, however long it takes. */
  readonly mostPerGas: bigint;
};

/** A transaction whose end is not known yet. */
export type SentAction = {
  /** What it does, and for which vault: for the log. */
  readonly kind: string;
  readonly vault: `0x${string}`;
  /** Of all transactions under this nonce, the newest last: one of them at most is mined. */
  readonly hashes: readonly `0x${string}`[];
  readonly sender: `0x${string}`;
  readonly nonce: number;
  readonly fees: Fees;
  /** When the first and the newest of them went out, by `sending.clock`. */
  readonly firstSentAt: number;
  readonly sentAt: number;
};

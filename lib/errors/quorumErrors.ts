import { BallastError } from "./BallastError";

/** What one node said to a question: a text where it fits into a sentence, else null; or the code of what kept it from answering. */
export type NodeSaying = {
  /** Host of the node's address: without path and key. */
  readonly host: string;
  readonly says: string | null;
  readonly failure: string | null;
};

/** The configured nodes do not say the same, or too few say anything: nothing may be signed on such a number. */
export class NoQuorumError extends BallastError {
  readonly code = "noQuorum";

  constructor(
    /** What was asked: a contract's function, `block`, `nonce`, `simulation`, `code`. */
    readonly subject: string,
    /** How many nodes must say the same. */
    readonly needed: number,
    readonly sayings: readonly NodeSaying[],
  ) {
    super(`Fewer than ${needed} RPC nodes say the same about ${subject}.`);
  }
}

/** The code at these addresses is not what the deployment published: none of its numbers can be relied on. */
export class CodeDiffersError extends BallastError {
  readonly code = "codeDiffers";

  constructor(readonly addresses: readonly `0x${string}`[]) {
    super(`Other code than published stands at ${addresses.join(", ")}.`);
  }
}

/** The node's event logs leave out what the chain's state says has happened. */
export class HistoryGapError extends BallastError {
  readonly code = "historyGap";

  constructor(
    readonly vault: `0x${string}`,
    /** Epochs that the logs do not tell, or not whole; ascending. */
    readonly epochs: readonly number[],
  ) {
    super(`The logs of ${vault} leave out ${epochs.length} epochs.`);
  }
}

/** The event logs that a node gives of an address do not lead to what the vault's own state says it has there. */
export class ActivityGapError extends BallastError {
  readonly code = "activityGap";

  constructor(readonly vault: `0x${string}`) {
    super(`The logs of ${vault} do not add up to its state.`);
  }
}

/** A node that was given a signed transaction named another one in its answer. The transaction may be on its way all the same. */
export class BroadcastMismatchError extends BallastError {
  readonly code = "broadcastMismatch";

  constructor(
    readonly host: string,
    readonly expectedHash: `0x${string}`,
    readonly answeredHash: string,
  ) {
    super(`${host} answered with another transaction's hash.`);
  }
}

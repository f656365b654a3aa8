import type { NodeSaying } from "@/lib/errors/quorumErrors";

/** A node that does not stand behind an answer, and about what. */
export type NodeObjection = NodeSaying & {
  /** A contract's function, `block`, `nonce`, `simulation`, `code`. */
  readonly subject: string;
};

/** Which of the configured nodes stand behind what a review shows. */
export type Witnesses = {
  /** How many nodes are configured. */
  readonly configured: number;
  /** Hosts of those that say the same. */
  readonly agreed: readonly string[];
  /** Those that said something else, or nothing. */
  readonly others: readonly NodeObjection[];
};

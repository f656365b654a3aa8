import type { Address } from "@/lib/vault/Token";

/** Why a text is no address of a node that a page could be allowed to reach. */
export type NodeAddressFault =
  | "empty"
  | "tooLong"
  | "noAddress"
  /** Neither https nor http. */
  | "scheme"
  /** http to another machine than this one. */
  | "plain"
  /** A name and a password before the host: fetch refuses them. */
  | "credentials"
  /** A page's policy cannot name an IPv6 address. */
  | "ipv6"
  | "host"
  | "fragment";

/** What is tried of a node, in this order; what comes after a failure is not tried. */
export type NodeCheck = "answers" | "chain" | "block" | "code" | "calls" | "logs";

/** What a node failed with. */
export type NodeFault =
  /** Nothing there answers at all. */
  | { readonly kind: "unreachable" }
  /** Something answers, but lets no page of another origin read it (CORS). */
  | { readonly kind: "refusesPages" }
  | { readonly kind: "silent"; readonly seconds: number }
  | { readonly kind: "status"; readonly status: number }
  | { readonly kind: "rateLimited" }
  /** An answer that is no JSON-RPC, such as a page for people. */
  | { readonly kind: "noSense" }
  | { readonly kind: "refused"; readonly rpcCode: number | null }
  | { readonly kind: "wrongChain"; readonly expected: number; readonly found: number }
  /** Its newest block against the newest of the app's nodes. */
  | { readonly kind: "behind"; readonly block: bigint; readonly newest: bigint }
  /** Another block than the app's nodes have at this height. */
  | { readonly kind: "otherFork"; readonly block: bigint }
  | { readonly kind: "noCode"; readonly addresses: readonly Address[] }
  | { readonly kind: "otherCode"; readonly addresses: readonly Address[] }
  | { readonly kind: "noCalls" }
  /** It refuses logs from the first block with a contract of the app, or the newest. */
  | { readonly kind: "noLogs"; readonly fromBlock: bigint };

/** A check that passed, or what it failed with. */
export type NodeFinding = { readonly check: NodeCheck; readonly fault: NodeFault | null };

/** What a trial found. Nothing was compared where none of the app's own nodes answered. */
export type NodeTrial = {
  readonly findings: readonly NodeFinding[];
  /** Newest block of the tried node, once it named one. */
  readonly block: bigint | null;
  readonly isCompared: boolean;
  /**
   * `whole`: all checks passed. `withoutLogs`: all but the logs: what an address holds can be read and left, histories stay empty.
   * `none`: not to be used.
   */
  readonly fitness: "whole" | "withoutLogs" | "none";
};

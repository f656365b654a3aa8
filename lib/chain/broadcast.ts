import { createClient, type Hex, keccak256 } from "viem";
import { BroadcastMismatchError } from "@/lib/errors/quorumErrors";
import { nodeTransport } from "./nodeTransport";
import { nodeHosts } from "./quorum/nodeHosts";

/** How many nodes must have taken a signed transaction: one alone could keep it to itself. */
const RECEIVERS = 2;

type Outcome = { readonly isTaken: true } | { readonly isTaken: false; readonly cause: unknown };

/**
 * Gives a signed transaction to two of the nodes, to others where these fail, and returns its hash, which follows from its
 * bytes and not from what a node says. A node that has it already has taken it. Throws {@link BroadcastMismatchError} when
 * a node names another hash, and the first node's own error when none takes it.
 */
export async function broadcast(rpcUrls: readonly string[], raw: Hex): Promise<Hex> {
  const hash = keccak256(raw);
  const hosts = nodeHosts(rpcUrls);
  const outcomes: Outcome[] = [];
  let next = 0;
  while (next < rpcUrls.length) {
    const missing = RECEIVERS - outcomes.filter(({ isTaken }) => isTaken).length;
    if (missing <= 0) break;
    const round = rpcUrls.slice(next, next + missing);
    const giving = round.map((url, index) => give({ url, host: hosts[next + index] ?? url }, raw, hash));
    next += round.length;
    outcomes.push(...(await Promise.all(giving)));
  }
  const mismatch = outcomes.find((one) => !one.isTaken && one.cause instanceof BroadcastMismatchError);
  const failure = mismatch ?? (outcomes.some(({ isTaken }) => isTaken) ? undefined : outcomes[0]);
  if (failure && !failure.isTaken) throw failure.cause;
  return hash;
}

async function give(node: { readonly url: string; readonly host: string }, raw: Hex, hash: Hex): Promise<Outcome> {
  // Never put to the same node again: what it says of a second time ("already known") is not what it says of the first.
  const client = createClient({ transport: nodeTransport(node.url) });
  try {
    const answered = await client.request({ method: "eth_sendRawTransaction", params: [raw] }, { retryCount: 0 });
    if (typeof answered === "string" && answered.toLowerCase() === hash) return { isTaken: true };
    return { isTaken: false, cause: new BroadcastMismatchError(node.host, hash, String(answered)) };
  } catch (cause) {
    return isKnown(cause) ? { isTaken: true } : { isTaken: false, cause };
  }
}

/** Nodes have no code for it: geth and its kin say “already known”, others “known transaction” or “already imported”. */
function isKnown(cause: unknown): boolean {
  return (
    cause instanceof Error && /already known|known transaction|already imported|already exists/i.test(cause.message)
  );
}

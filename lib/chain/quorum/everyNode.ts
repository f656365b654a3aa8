import { NoQuorumError } from "@/lib/errors/quorumErrors";
import type { ChainSource } from "../ChainSource";
import type { ChainClient } from "../createChainClient";
import { answersOf, type GivenAnswer } from "./answersOf";
import { type ChainNode, chainNodes } from "./ChainNode";
import { transactionKey } from "./transactionKey";

type Asked = { readonly method: string; readonly params?: readonly unknown[] };

/**
 * The source's client, but a transaction is looked for at every configured node: the wallet may have sent it through any
 * of them, and one that does not know it says nothing. What most of those that know it say counts. Throws
 * {@link NoQuorumError} where they contradict each other: the next look will tell. What became of it is no matter of one node:
 * see lookingClient.
 */
export function everyNode({ client, deployment }: ChainSource): ChainClient {
  if (deployment.rpcUrls.length < 2) return client;
  const nodes = chainNodes(deployment);
  const request = (asked: Asked): Promise<unknown> =>
    asked.method === "eth_getTransactionByHash" ? knownSomewhere(nodes, asked) : client.request(asked as never);
  return { ...client, request: request as ChainClient["request"] };
}

async function knownSomewhere(nodes: readonly ChainNode[], asked: Asked): Promise<unknown> {
  const keyOf = (answer: unknown) => transactionKey(asked.method, answer);
  const answers = await answersOf(nodes, { ask: (node) => node.request(asked as never), keyOf }, 1);
  const given = answers.flatMap((answer) => (answer.ok ? [answer] : []));
  const [failed] = answers;
  if (given.length === 0 && failed?.ok === false) throw failed.failure;
  return mostSay(given.filter(({ value }) => value !== null));
}

function mostSay(known: readonly GivenAnswer<unknown>[]): unknown {
  const groups = [...new Set(known.map(({ key }) => key))].map((key) => known.filter((one) => one.key === key));
  const [largest, second] = groups.sort((a, b) => b.length - a.length);
  if (largest === undefined) return null;
  if (second !== undefined && second.length === largest.length) {
    const sayings = known.map(({ node }) => ({ host: node.host, says: null, failure: null }));
    throw new NoQuorumError("transaction", largest.length + 1, sayings);
  }
  return largest[0]?.value ?? null;
}

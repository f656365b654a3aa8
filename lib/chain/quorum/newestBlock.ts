import { hexToBigInt } from "viem";
import type { ChainSource } from "../ChainSource";
import type { ChainClient } from "../createChainClient";
import { answersOf } from "./answersOf";
import { chainNodes } from "./ChainNode";

/**
 * Asks for the newest block's number: with several nodes, the highest that any of them names, so that one which stays behind
 * does not stop the page's clock. It only says when to read anew; what is read says its own block.
 */
export function newestBlock({ client, deployment }: ChainSource): () => Promise<bigint> {
  if (deployment.rpcUrls.length < 2) return () => numberOf(client);
  const nodes = chainNodes(deployment);
  return async () => {
    const answers = await answersOf(nodes, { ask: numberOf, keyOf: () => "" }, 1);
    const numbers = answers.flatMap((answer) => (answer.ok ? [answer.value] : []));
    const highest = numbers.sort((a, b) => (a < b ? -1 : 1)).at(-1);
    const [failed] = answers;
    if (highest === undefined && failed?.ok === false) throw failed.failure;
    return highest ?? 0n;
  };
}

async function numberOf(client: ChainClient): Promise<bigint> {
  return hexToBigInt(await client.request({ method: "eth_blockNumber" }));
}

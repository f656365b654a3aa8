import type { BallastError } from "@/lib/errors/BallastError";
import { chainFailure } from "../chainFailure";
import type { ChainClient } from "../createChainClient";
import type { ChainNode } from "./ChainNode";

/** What one node answered, or why it did not. */
export type NodeAnswer<Value> = { readonly node: ChainNode } & (
  | { readonly ok: true; readonly value: Value; readonly key: string }
  | { readonly ok: false; readonly failure: BallastError }
);

/** A question to every node. */
export type Asking<Value> = {
  readonly ask: (client: ChainClient) => Promise<Value>;
  /** Two answers with the same key are the same answer. */
  readonly keyOf: (value: Value) => string;
};

/** How long is waited for the others once enough nodes say the same: a slow node holds nobody up. */
const GRACE_MILLISECONDS = 1_000;

/** Asks the nodes at once. Ends when all have answered or failed, or a while after `needed` of them say the same. Never throws. */
export async function answersOf<Value>(
  nodes: readonly ChainNode[],
  asking: Asking<Value>,
  needed: number,
): Promise<readonly NodeAnswer<Value>[]> {
  const answers: NodeAnswer<Value>[] = [];
  if (nodes.length === 0) return answers;
  await new Promise<void>((resolve) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    for (const node of nodes) {
      void answerOf(node, asking).then((answer) => {
        answers.push(answer);
        if (answers.length === nodes.length) {
          clearTimeout(timer);
          resolve();
        } else if (timer === undefined && largestGroup(answers).length >= needed) {
          timer = setTimeout(resolve, GRACE_MILLISECONDS);
        }
      });
    }
  });
  return [...answers];
}

async function answerOf<Value>(node: ChainNode, { ask, keyOf }: Asking<Value>): Promise<NodeAnswer<Value>> {
  try {
    const value = await ask(node.client);
    return { node, ok: true, value, key: keyOf(value) };
  } catch (cause) {
    return { node, ok: false, failure: chainFailure(cause) };
  }
}

/** An answer that was given. */
export type GivenAnswer<Value> = Extract<NodeAnswer<Value>, { readonly ok: true }>;

/** The answers of the largest number of nodes that say the same; of two that are as large, the one that answered first. */
export function largestGroup<Value>(answers: readonly NodeAnswer<Value>[]): readonly GivenAnswer<Value>[] {
  const groups = new Map<string, GivenAnswer<Value>[]>();
  for (const answer of answers) {
    if (answer.ok) groups.set(answer.key, [...(groups.get(answer.key) ?? []), answer]);
  }
  return [...groups.values()].reduce<readonly GivenAnswer<Value>[]>(
    (largest, group) => (group.length > largest.length ? group : largest),
    [],
  );
}

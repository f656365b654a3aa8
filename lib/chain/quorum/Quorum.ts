import { type NodeSaying, NoQuorumError } from "@/lib/errors/quorumErrors";
import type { NodeObjection, Witnesses } from "@/lib/transaction/Witnesses";
import type { ChainClient } from "../createChainClient";
import { type Asking, answersOf, type GivenAnswer, largestGroup, type NodeAnswer } from "./answersOf";
import type { ChainNode } from "./ChainNode";

/** How different answers are told: what they differ in, and what each says of it (null: nothing that fits into a sentence). */
export type Difference<Value> = { readonly subject: string; readonly says: (value: Value) => string | null };

/** A question that nodes must answer alike. */
export type Question<Value> = Asking<Value> & {
  /** What is asked, for when too few answer at all. */
  readonly subject: string;
  readonly differenceOf: (values: readonly Value[]) => Difference<Value>;
};

/**
 * A majority of the configured nodes: more than half of them must say exactly the same, and those that are silent count
 * among the whole. A node that once failed, was late or was outvoted is asked no more, and stands among the objections.
 */
export class Quorum {
  readonly needed: number;
  readonly #configured: number;
  readonly #objections: NodeObjection[] = [];
  #nodes: readonly ChainNode[];

  constructor(nodes: readonly ChainNode[]) {
    this.#configured = nodes.length;
    this.needed = Math.floor(nodes.length / 2) + 1;
    this.#nodes = nodes;
  }

  /** Who stands behind the answers so far, and who does not. */
  get witnesses(): Witnesses {
    return { configured: this.#configured, agreed: this.#nodes.map(({ host }) => host), others: [...this.#objections] };
  }

  /** The one answer. Throws {@link NoQuorumError} when there is none. */
  async ask<Value>(question: Question<Value>): Promise<Value> {
    const asked = this.#nodes;
    const answers = await answersOf(asked, question, this.needed);
    const group = largestGroup(answers);
    const [first] = group;
    if (first === undefined || group.length < this.needed) throw this.#failure(question, answers);
    const others = asked.filter((node) => !group.some((answer) => answer.node === node));
    for (const node of others) this.#object(node, question, { answers, agreed: first });
    return first.value;
  }

  /** What every node says, where nodes may differ; those that do not answer are left out. */
  async each<Value>(ask: (client: ChainClient) => Promise<Value>): Promise<readonly Value[]> {
    const answers = await answersOf(this.#nodes, { ask, keyOf: () => "" }, this.needed);
    return answers.flatMap((answer) => (answer.ok ? [answer.value] : []));
  }

  /** Goes on with these nodes alone. */
  keep(nodes: readonly ChainNode[], objections: readonly NodeObjection[]): void {
    this.#nodes = nodes;
    this.#objections.push(...objections);
  }

  get nodes(): readonly ChainNode[] {
    return this.#nodes;
  }

  #object<Value>(
    node: ChainNode,
    question: Question<Value>,
    { answers, agreed }: { readonly answers: readonly NodeAnswer<Value>[]; readonly agreed: GivenAnswer<Value> },
  ): void {
    const answer = answers.find((one) => one.node === node);
    const difference = answer?.ok ? question.differenceOf([agreed.value, answer.value]) : null;
    const subject = difference?.subject ?? question.subject;
    this.#nodes = this.#nodes.filter((one) => one !== node);
    this.#objections.push({ subject, ...sayingOf(node, answer, difference) });
  }

  #failure<Value>(question: Question<Value>, answers: readonly NodeAnswer<Value>[]): NoQuorumError {
    const values = answers.flatMap((answer) => (answer.ok ? [answer.value] : []));
    const difference = values.length > 1 ? question.differenceOf(values) : null;
    const sayings = this.#nodes.map((node) =>
      sayingOf(
        node,
        answers.find((one) => one.node === node),
        difference,
      ),
    );
    const before = this.#objections.map(({ host, says, failure }) => ({ host, says, failure }));
    return new NoQuorumError(difference?.subject ?? question.subject, this.needed, [...sayings, ...before]);
  }
}

function sayingOf<Value>(
  { host }: ChainNode,
  answer: NodeAnswer<Value> | undefined,
  difference: Difference<Value> | null,
): NodeSaying {
  if (answer === undefined) return { host, says: null, failure: "rpcUnreachable" };
  if (!answer.ok) return { host, says: null, failure: answer.failure.code };
  return { host, says: difference?.says(answer.value) ?? null, failure: null };
}

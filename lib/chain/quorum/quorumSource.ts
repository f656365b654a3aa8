import { type Hex, numberToHex } from "viem";
import { ContractRevertedError } from "@/lib/errors/chainErrors";
import type { ChainSource } from "../ChainSource";
import type { ContractRead } from "../ContractRead";
import { chainFailure } from "../chainFailure";
import type { ChainClient } from "../createChainClient";
import { createPinnedReader } from "../pinnedReader";
import { type Snapshot, takeSnapshot } from "../takeSnapshot";
import { type ChainNode, chainNodes } from "./ChainNode";
import { nodeHosts } from "./nodeHosts";
import { pinBlock } from "./pinBlock";
import { Quorum } from "./Quorum";
import { isAfterTransaction, transactionKey } from "./transactionKey";

/**
 * A source whose reads are what a majority of the configured nodes says at one block. Its client answers calls, code,
 * balances and counts that way, and transactions and receipts; where an account's waiting transactions are counted there is no block,
 * but one answer all the same. Everything else goes to the nodes in order.
 */
export type QuorumSource = ChainSource & {
  readonly quorum: Quorum;
  /** The block that all is read at. */
  readonly pinned: Hex | "latest";
};

type Asked = { readonly method: string; readonly params?: readonly unknown[] };

/** Where in a method's parameters the block stands. */
const PINNED_METHODS: Readonly<Record<string, number>> = {
  eth_call: 1,
  eth_getCode: 1,
  eth_getBalance: 1,
  eth_getTransactionCount: 1,
};

/** What a person is told a question was about. A call to nobody asks for the codes of contracts. */
function subjectOf({ method, params = [] }: Asked): string {
  if (method === "eth_getTransactionCount") return "nonce";
  const [call] = params;
  const isToNobody = typeof call === "object" && call !== null && !("to" in call);
  return method === "eth_getCode" || isToNobody ? "code" : "answer";
}

/**
 * Opens a quorum for what gates one signature: pins a block, and asks at it from there on. With a single node the source
 * stays what it is, and that node alone is the witness. Throws NoQuorumError, or what the nodes failed with.
 */
export async function quorumSource(source: ChainSource): Promise<QuorumSource> {
  const { deployment } = source;
  if (deployment.rpcUrls.length < 2) return { ...source, quorum: new Quorum(onlyNode(source)), pinned: "latest" };
  const quorum = new Quorum(chainNodes(deployment));
  const pinned = numberToHex(await pinBlock(quorum, deployment.chainId));
  const client = quorumClient(source.client, quorum, pinned);
  const reader = createPinnedReader(client, (reads) => snapshotOf(quorum, pinned, reads));
  return { deployment, client, reader, quorum, pinned };
}

function onlyNode({ client, deployment }: ChainSource): readonly ChainNode[] {
  return nodeHosts(deployment.rpcUrls).map((host) => ({ host, client }));
}

function quorumClient(client: ChainClient, quorum: Quorum, pinned: Hex): ChainClient {
  const request = (asked: Asked): Promise<unknown> => {
    if (isAfterTransaction(asked.method)) return transactionOfAll(quorum, asked);
    const place = PINNED_METHODS[asked.method];
    return place === undefined ? client.request(asked as never) : askedOfAll(quorum, pinnedAt(asked, place, pinned));
  };
  return { ...client, request: request as ChainClient["request"] };
}

function pinnedAt({ method, params = [] }: Asked, place: number, pinned: Hex): Asked {
  const block = params[place] ?? "latest";
  return {
    method,
    params: [...params.slice(0, place), block === "latest" ? pinned : block, ...params.slice(place + 1)],
  };
}

/** That a node does not know it is an answer too: what only a few have seen did not happen yet. */
function transactionOfAll(quorum: Quorum, asked: Asked): Promise<unknown> {
  return quorum.ask<unknown>({
    subject: "transaction",
    ask: (node) => node.request(asked as never),
    keyOf: (answer) => transactionKey(asked.method, answer),
    differenceOf: () => ({ subject: "transaction", says: (answer) => (answer === null ? "unknown" : null) }),
  });
}

/** A revert is an answer too: that all are reverted the same way is what a caller is told. */
type Outcome = { readonly value: string } | { readonly revert: ContractRevertedError };

async function askedOfAll(quorum: Quorum, asked: Asked): Promise<string> {
  const subject = subjectOf(asked);
  const outcome = await quorum.ask<Outcome>({
    subject,
    ask: (node) => outcomeOf(node, asked),
    keyOf: (given) => ("value" in given ? given.value.toLowerCase() : `revert ${given.revert.revert.raw}`),
    differenceOf: () => ({ subject, says: textOf }),
  });
  if ("revert" in outcome) throw outcome.revert;
  return outcome.value;
}

async function outcomeOf(client: ChainClient, asked: Asked): Promise<Outcome> {
  try {
    return { value: String(await client.request(asked as never)) };
  } catch (cause) {
    const failure = chainFailure(cause);
    if (failure instanceof ContractRevertedError) return { revert: failure };
    throw failure;
  }
}

function textOf(outcome: Outcome): string | null {
  if ("revert" in outcome) return "it fails";
  return /^0x[\da-f]{1,16}$/i.test(outcome.value) ? BigInt(outcome.value).toString() : null;
}

/** Every node's whole multicall is held against the others', byte by byte. */
function snapshotOf(quorum: Quorum, pinned: Hex, reads: ReadonlyMap<string, ContractRead<unknown>>): Promise<Snapshot> {
  const all = [...reads.values()];
  const keyOf = ({ block, answerOf }: Snapshot) =>
    [block.number, block.timestamp, ...all.map((read) => spelled(answerOf(read)))].join();
  return quorum.ask<Snapshot>({
    subject: "answer",
    ask: (client) => takeSnapshot(client, reads, pinned),
    keyOf,
    differenceOf: (snapshots) => {
      const differing = all.find((read) => new Set(snapshots.map(({ answerOf }) => spelled(answerOf(read)))).size > 1);
      if (differing === undefined) return { subject: "block", says: ({ block }) => `block ${block.number}` };
      return { subject: differing.subject, says: ({ answerOf }) => decodedText(differing, answerOf(differing)) };
    },
  });
}

type Answer = ReturnType<Snapshot["answerOf"]>;

function spelled({ success, returnData }: Answer): string {
  return `${success}${returnData.toLowerCase()}`;
}

/** Numbers, yes and no, and short texts; what is larger is not put into a sentence. */
function decodedText(read: ContractRead<unknown>, { success, returnData }: Answer): string | null {
  if (!success) return "it fails";
  try {
    const value = read.decode(returnData);
    const isShort = typeof value === "string" && value.length <= 42;
    return typeof value === "bigint" || typeof value === "number" || typeof value === "boolean" || isShort
      ? String(value)
      : null;
  } catch {
    return "no sense";
  }
}

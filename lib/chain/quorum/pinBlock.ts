import { type Hex, hexToBigInt, hexToNumber, numberToHex } from "viem";
import { GarbledAnswerError, WrongChainNodeError } from "@/lib/errors/chainErrors";
import { NoQuorumError } from "@/lib/errors/quorumErrors";
import type { NodeObjection } from "@/lib/transaction/Witnesses";
import type { ChainClient } from "../createChainClient";
import { answersOf, type GivenAnswer } from "./answersOf";
import type { ChainNode } from "./ChainNode";
import type { Quorum } from "./Quorum";

type Head = { readonly number: bigint; readonly hash: Hex };

/** Nodes of one chain are this many blocks apart at most; one that is further off does not follow it. */
const MOST_BLOCKS_APART = 5n;

/**
 * The newest block that a majority has, and has with the same hash: every further question is about it. Nodes of another
 * chain, behind, or on another fork are told apart here and asked no more. Throws {@link NoQuorumError}.
 */
export async function pinBlock(quorum: Quorum, chainId: number): Promise<bigint> {
  const asking = { ask: (client: ChainClient) => headOf(client, chainId), keyOf: () => "answered" };
  const asked = quorum.nodes;
  const answers = await answersOf(asked, asking, quorum.needed);
  const given = answers.flatMap((answer) => (answer.ok ? [answer] : []));
  const numbers = given.map(({ value }) => value.number).sort((a, b) => (a < b ? 1 : a > b ? -1 : 0));
  const pinned = newestOfNear(numbers, quorum.needed) ?? numbers[quorum.needed - 1];
  const near =
    pinned === undefined ? [] : given.filter(({ value }) => distance(value.number, pinned) <= MOST_BLOCKS_APART);
  const objections = asked.flatMap((node) => objectionOf(node, answers, near));
  if (pinned === undefined || near.length < quorum.needed) {
    const close = near.map((answer) => saying(answer.node, `block ${answer.value.number}`));
    const sayings = [...close, ...objections].map(({ host, says, failure }) => ({ host, says, failure }));
    throw new NoQuorumError("block", quorum.needed, sayings);
  }
  // One that is a block or two behind is well, only not there yet.
  const there = near.filter(({ value }) => value.number >= pinned);
  quorum.keep(
    asked.filter((node) => there.some((answer) => answer.node === node)),
    objections,
  );
  await expectOneHash(quorum, there, pinned);
  return pinned;
}

/** Of enough nodes that are near each other, from the newest on: one far ahead of the others is not what they have in common. */
function newestOfNear(newestFirst: readonly bigint[], needed: number): bigint | undefined {
  return newestFirst.find((number, index) => {
    const ahead = newestFirst[index - needed + 1];
    return ahead !== undefined && distance(ahead, number) <= MOST_BLOCKS_APART;
  });
}

async function headOf(client: ChainClient, chainId: number): Promise<Head> {
  const [id, head] = await Promise.all([client.request({ method: "eth_chainId" }), blockAt(client, "latest")]);
  if (hexToNumber(id) !== chainId) throw new WrongChainNodeError(chainId, hexToNumber(id));
  return head;
}

async function blockAt(client: ChainClient, block: Hex | "latest"): Promise<Head> {
  const found = await client.request({ method: "eth_getBlockByNumber", params: [block, false] });
  if (!found?.number || !found.hash) throw new GarbledAnswerError("eth_getBlockByNumber");
  return { number: hexToBigInt(found.number), hash: found.hash };
}

async function expectOneHash(quorum: Quorum, heads: readonly GivenAnswer<Head>[], pinned: bigint): Promise<void> {
  const known = new Map(heads.map(({ node, value }) => [node.client, value]));
  await quorum.ask<Head>({
    subject: "block",
    ask: async (client) => {
      const head = known.get(client);
      return head?.number === pinned ? head : blockAt(client, numberToHex(pinned));
    },
    keyOf: ({ number, hash }) => `${number} ${hash.toLowerCase()}`,
    differenceOf: () => ({ subject: "block", says: ({ number, hash }) => `block ${number} is ${hash.slice(0, 10)}…` }),
  });
}

function objectionOf(
  node: ChainNode,
  answers: Awaited<ReturnType<typeof answersOf<Head>>>,
  near: readonly GivenAnswer<Head>[],
): readonly NodeObjection[] {
  if (near.some((answer) => answer.node === node)) return [];
  const answer = answers.find((one) => one.node === node);
  if (answer?.ok) return [saying(node, `block ${answer.value.number}`)];
  return [{ subject: "block", host: node.host, says: null, failure: answer?.failure.code ?? "rpcUnreachable" }];
}

function saying({ host }: ChainNode, says: string): NodeObjection {
  return { subject: "block", host, says, failure: null };
}

function distance(a: bigint, b: bigint): bigint {
  return a < b ? b - a : a - b;
}

import { type Hex, numberToHex, toFunctionSelector } from "viem";
import { type Falsifier, withCalls } from "../falsify";
import { approved, isMeant, MOST, type Mutant, otherLastDigit, withWord } from "./Mutant";
import { type Field, thief } from "./meddling";

type Transaction = {
  readonly input: Hex;
  readonly to: Hex;
  readonly value: Hex;
  readonly nonce: Hex;
  readonly chainId?: Hex;
};
type SimulatedLog = { readonly address: Hex; readonly topics: readonly Hex[]; readonly data: Hex };

/** What is told of the transaction that was sent. */
const told =
  (step: "approval" | "act", change: (transaction: Transaction) => Partial<Transaction>): Falsifier =>
  ({ method }, result) => {
    const transaction = result as Transaction | null;
    if (method !== "eth_getTransactionByHash" || transaction === null || !isMeant(step, { data: transaction.input }))
      return result;
    return { ...transaction, ...change(transaction) };
  };

/** What a simulation is said to move. */
const moving =
  (change: (log: SimulatedLog) => Partial<SimulatedLog>): Falsifier =>
  ({ method }, result) => {
    if (method !== "eth_simulateV1") return result;
    const blocks = result as readonly { readonly calls: readonly { readonly logs: readonly SimulatedLog[] }[] }[];
    const changed = (log: SimulatedLog) =>
      log.topics.length === 3 && log.topics[0] === TRANSFER ? { ...log, ...change(log) } : log;
    return blocks.map((block) => ({
      ...block,
      calls: block.calls.map((call) => ({ ...call, logs: call.logs.map(changed) })),
    }));
  };

const TRANSFER = "0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef";
const word = (value: bigint | string) => `0x${BigInt(value).toString(16).padStart(64, "0")}` as Hex;

/** What the calls of this function answer, in a multicall too. */
const reading =
  (signature: string, change: (value: bigint) => bigint): Falsifier =>
  (question, result) =>
    withCalls(question, result, [toFunctionSelector(signature)], change);

const otherCode: Falsifier = ({ method, params = [] }, result) => {
  const [call] = params as readonly [{ readonly to?: Hex } | undefined];
  return method === "eth_call" && call?.to === undefined ? otherLastDigit(result as Hex) : result;
};

const otherChain: Falsifier = (question, result) =>
  question.method === "eth_chainId" ? "0x1" : reading("function getChainId()", () => 1n)(question, result);

const earlierCount: Falsifier = ({ method }, result) =>
  method === "eth_getTransactionCount" ? numberToHex(BigInt(result as Hex) - 1n) : result;

/** Answers about the chain. Whose time is a day old makes a permit that is over before it is signed. */
const TOLD: readonly (readonly [Field, string, Falsifier, Pick<Mutant, "prefersApproval" | "end">])[] = [
  ["amount", "act: the amount sent", told("act", ({ input }) => ({ input: withWord(input, 1, "1") })), approved],
  [
    "amount",
    "approval: the amount sent",
    told("approval", ({ input }) => ({ input: withWord(input, 1, MOST) })),
    approved,
  ],
  ["amount", "act: coins sent along", told("act", () => ({ value: "0x1" })), approved],
  [
    "amount",
    "the amount that moves",
    moving(({ data }) => ({ data: word(2n * BigInt(data)) })),
    { prefersApproval: false, end: "blocked" },
  ],
  [
    "amount",
    "an allowance that stands",
    reading("function allowance(address,address)", () => 1_000_000_000n),
    { prefersApproval: true, end: "blocked" },
  ],
  [
    "receiver",
    "act: the receiver sent",
    told("act", ({ input }) => ({ input: withWord(input, 3, thief.address) })),
    approved,
  ],
  [
    "receiver",
    "who receives",
    moving(({ topics }) => ({ topics: [...topics.slice(0, 2), word(thief.address)] })),
    { prefersApproval: false, end: "blocked" },
  ],
  [
    "spender",
    "approval: the spender sent",
    told("approval", ({ input }) => ({ input: withWord(input, 0, thief.address) })),
    approved,
  ],
  ["chain", "the node's chain", otherChain, { prefersApproval: false, end: "blocked" }],
  ["chain", "act: the chain it was sent on", told("act", () => ({ chainId: "0x1" })), approved],
  ["nonce", "act: the number sent", told("act", ({ nonce }) => ({ nonce: numberToHex(BigInt(nonce) + 1n) })), approved],
  ["nonce", "a number that is used", earlierCount, { prefersApproval: true, end: "walletFailed" }],
  [
    "nonce",
    "the permit's number",
    reading("function nonces(address)", (value) => value + 1n),
    { prefersApproval: false, end: "blocked" },
  ],
  ["target", "act: the contract it was sent to", told("act", () => ({ to: thief.address })), approved],
  ["target", "approval: the token it was sent to", told("approval", () => ({ to: thief.address })), approved],
  [
    "target",
    "which token moves",
    moving(() => ({ address: thief.address })),
    { prefersApproval: false, end: "blocked" },
  ],
  ["data", "act: the last digit sent", told("act", ({ input }) => ({ input: otherLastDigit(input) })), approved],
  ["data", "the code of a contract", otherCode, { prefersApproval: false, end: "blocked" }],
  [
    "deadline",
    "act: the permit's deadline sent",
    told("act", ({ input }) => ({ input: withWord(input, 4, MOST) })),
    { prefersApproval: false, end: "sentOther" },
  ],
  [
    "deadline",
    "a time of yesterday",
    reading("function getCurrentBlockTimestamp()", (time) => time - 86_400n),
    { prefersApproval: false, end: "blocked" },
  ],
];

/** What one node tells otherwise, or all of them because fetch is patched. */
export const nodeMutants = (origin: "rpc" | "fetch") =>
  TOLD.map(([field, what, falsifier, how]): Mutant => ({ ...how, origin, field, what, falsifier }));

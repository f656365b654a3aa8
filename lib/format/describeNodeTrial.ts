import type { NodeAddressFault, NodeCheck, NodeFault } from "@/lib/transaction/NodeTrial";
import type { Message } from "./Message";
import { grouped } from "./numberText";

/** What is wrong with the address of a node that somebody typed, and what to type instead. */
export function describeNodeAddress(fault: NodeAddressFault): string {
  switch (fault) {
    case "empty":
      return "Paste the node’s address, such as https://rpc.example/your-key.";
    case "tooLong":
      return "This is longer than an address. Paste the node’s address alone.";
    case "noAddress":
      return "This is no address of a node. It begins with https:// and holds no spaces.";
    case "scheme":
      return "Nodes are asked over https. Use the provider’s https address, not its web socket.";
    case "plain":
      return "Over http anybody on the way can change the answers. Use https; http is for a node on this machine (localhost).";
    case "credentials":
      return "A name and password before the host are not sent by browsers. Use the address with a key in its path.";
    case "ipv6":
      return "A page’s security policy cannot name an IPv6 address. Use a host name, or localhost.";
    case "host":
      return "The host has characters that no host name has. Check the address.";
    case "fragment":
      return "What stands behind # is never sent. Leave it out.";
  }
}

/** A check in a few words, as something that holds. */
export const CHECK_WORDS: Readonly<Record<NodeCheck, string>> = {
  answers: "Answers this page",
  chain: "Serves this chain",
  block: "Is up to date, on the same fork",
  code: "Has the contracts’ code",
  calls: "Carries out calls at a block",
  logs: "Tells logs from the first block on",
};

/** What a node failed with: what happened, why, and what to do. `chainName` names a chain by its id. */
export function describeNodeFault(fault: NodeFault, chainName: (id: number) => string): Message {
  switch (fault.kind) {
    case "wrongChain":
      return {
        what: "This node serves another chain.",
        why: `It says ${chainName(fault.found)}; this app is on ${chainName(fault.expected)}.`,
        next: "Use the provider’s address for this chain.",
      };
    case "behind":
      return {
        what: "This node is behind.",
        why: `Its newest block is ${grouped(String(fault.block))}; the app’s nodes are at ${grouped(String(fault.newest))}.`,
        next: "Wait until it has caught up, then try again.",
      };
    case "otherFork":
      return {
        what: "This node is on another fork.",
        why: `Its block ${grouped(String(fault.block))} is not the one that the app’s nodes have.`,
        next: "Do not use it. If it is your own, look at its log.",
      };
    case "noCode":
      return {
        what: "This node knows no contracts of Ballast.",
        why: `No code stands at ${some(fault.addresses)}.`,
        next: "It may still be loading the chain, or serve another one under the same number. Use another node.",
      };
    case "otherCode":
      return {
        what: "This node tells of other contracts.",
        why: `Other code than published stands at ${some(fault.addresses)}.`,
        next: "Do not use it: it lies, or serves a copy of the chain.",
      };
    case "noCalls":
      return {
        what: "This node does not carry out calls at a block.",
        why: "The app reads a page at one block, several calls in one; the answer was of another block, or none.",
        next: "Use a node that takes eth_call with a block’s number.",
      };
    case "noLogs":
      return {
        what: "This node does not tell old logs.",
        why: `It refused 250 blocks of logs from block ${grouped(String(fault.fromBlock))} on; histories are read from there.`,
        next: "Use a node that keeps logs. To leave the vaults no logs are needed.",
      };
    default:
      return describeSilence(fault);
  }
}

type Silence = Extract<
  NodeFault,
  { kind: "unreachable" | "refusesPages" | "silent" | "status" | "rateLimited" | "noSense" | "refused" }
>;

function describeSilence(fault: Silence): Message {
  switch (fault.kind) {
    case "unreachable":
      return {
        what: "Nobody answers at this address.",
        why: "The connection failed before an answer came.",
        next: "Check host and port, and that the node is running.",
      };
    case "refusesPages":
      return {
        what: "This node answers no web page.",
        why: "Something is there, but it does not let a page of another origin read it (CORS).",
        next: "Check the path, allow this site’s origin in the node’s settings, or use a node that is made for browsers.",
      };
    case "silent":
      return {
        what: "This node does not answer in time.",
        why: `Nothing came within ${fault.seconds} seconds.`,
        next: "Try again, or use a faster node.",
      };
    case "status":
      return {
        what: "This node turned the question away.",
        why: `It answered with status ${fault.status}${STATUS_WORDS[fault.status] ?? ""}.`,
        next:
          fault.status >= 500 ? "Try again later, or use another node." : "Check the address, and the key in its path.",
      };
    case "rateLimited":
      return {
        what: "This node takes no more questions for now.",
        why: "It limits how many are asked in a while.",
        next: "Try again in a minute, or use a node with a wider limit.",
      };
    case "noSense":
      return {
        what: "This is no node.",
        why: "The answer is no JSON-RPC; it may be a page for people.",
        next: "Use the provider’s RPC address, not its dashboard’s.",
      };
    case "refused":
      return {
        what: "This node refused a question that the app needs.",
        why: fault.rpcCode === null ? "It gave no reason." : `It answered with error ${fault.rpcCode}.`,
        next: "Use a node without restricted methods.",
      };
  }
}

const STATUS_WORDS: Readonly<Record<number, string>> = {
  401: " (no valid key)",
  403: " (not allowed)",
  404: " (no such path)",
};

function some(addresses: readonly string[]): string {
  const [first, ...more] = addresses;
  return more.length === 0 ? `${first}` : `${first} and ${more.length} more`;
}

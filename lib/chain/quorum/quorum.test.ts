import { createClient, custom } from "viem";
import { describe, expect, it } from "vitest";
import { RpcUnreachableError } from "@/lib/errors/chainErrors";
import { NoQuorumError } from "@/lib/errors/quorumErrors";
import type { ChainNode } from "./ChainNode";
import { nodeHosts } from "./nodeHosts";
import { pinBlock } from "./pinBlock";
import { Quorum } from "./Quorum";

const CHAIN_ID = 31_337;
const chain = {
  id: CHAIN_ID,
  name: "Local chain",
  nativeCurrency: { name: "Ether", symbol: "ETH", decimals: 18 },
  rpcUrls: { default: { http: [] } },
};

type Heads = Readonly<Record<string, readonly [number: number, fork: string]>>;

/** Nodes that know their newest block and the fork they are on; without one, they are silent. */
function nodesAt(heads: Heads): readonly ChainNode[] {
  return Object.entries(heads).map(([host, [number, fork]]) => {
    const block = (height: number) => ({ number: `0x${height.toString(16)}`, hash: `0x${fork.repeat(64)}` });
    const request = async ({ method, params }: { method: string; params?: readonly unknown[] }) => {
      if (fork === "silent") throw new RpcUnreachableError(null);
      if (method === "eth_chainId") return `0x${CHAIN_ID.toString(16)}`;
      const [at] = params ?? [];
      return block(at === "latest" ? number : Number(at));
    };
    return { host, client: createClient({ chain, transport: custom({ request }, { retryCount: 0 }) }) };
  });
}

async function pinned(heads: Heads) {
  const quorum = new Quorum(nodesAt(heads));
  try {
    const block = await pinBlock(quorum, CHAIN_ID);
    return { block, ...quorum.witnesses };
  } catch (cause) {
    if (!(cause instanceof NoQuorumError)) throw cause;
    return { sayings: cause.sayings.map(({ host, says, failure }) => `${host}: ${says ?? failure}`) };
  }
}

describe("pinBlock", () => {
  it("default: the newest block that a majority has; one a block behind is not asked, and not blamed", async () => {
    expect(await pinned({ a: [101, "f"], b: [100, "f"], c: [99, "f"] })).toEqual({
      block: 100n,
      configured: 3,
      agreed: ["a", "b"],
      others: [],
    });
  });

  it("behavior: nodes behind, ahead and on another fork are told apart", async () => {
    const found = await pinned({
      a: [100, "f"],
      b: [100, "f"],
      c: [100, "f"],
      d: [60, "f"],
      e: [900, "f"],
      f: [100, "e"],
      g: [100, "f"],
    });
    const fork = { host: "f", says: "block 100 is 0xeeeeeeee…" };
    expect(found).toMatchObject({
      block: 100n,
      agreed: ["a", "b", "c", "g"],
      others: [{ host: "d", says: "block 60" }, { host: "e", says: "block 900" }, fork],
    });
  });

  it("behavior: of one far ahead nothing is reckoned: two that are a block apart go on together", async () => {
    expect(await pinned({ a: [100, "f"], b: [99, "f"], c: [900, "f"] })).toMatchObject({
      block: 99n,
      agreed: ["a", "b"],
      others: [{ host: "c", says: "block 900" }],
    });
  });

  it.each<readonly [string, Heads, readonly string[]]>([
    ["too far apart", { a: [100, "f"], b: [94, "f"] }, ["b: block 94", "a: block 100"]],
    ["one silent", { a: [100, "f"], b: [0, "silent"] }, ["a: block 100", "b: rpcUnreachable"]],
    ["two forks", { a: [100, "f"], b: [100, "e"] }, ["a: block 100 is 0xffffffff…", "b: block 100 is 0xeeeeeeee…"]],
  ])("error: %s", async (_name, heads, sayings) => {
    expect(await pinned(heads)).toEqual({ sayings });
  });
});

describe("Quorum", () => {
  const ask = (answers: Readonly<Record<string, string>>) => {
    const nodes = nodesAt(Object.fromEntries(Object.keys(answers).map((host) => [host, [1, "f"] as const])));
    const quorum = new Quorum(nodes);
    const said = new Map(nodes.map(({ client, host }) => [client, answers[host] ?? ""]));
    const question = {
      subject: "answer",
      ask: async (client: ChainNode["client"]) => said.get(client) ?? "",
      keyOf: (text: string) => text,
      differenceOf: () => ({ subject: "answer", says: (text: string) => text }),
    };
    return { quorum, question };
  };

  it("default: three of five", async () => {
    const { quorum, question } = ask({ a: "x", b: "y", c: "x", d: "z", e: "x" });
    expect(quorum.needed).toBe(3);
    expect(await quorum.ask(question)).toBe("x");
    expect(quorum.witnesses.agreed).toEqual(["a", "c", "e"]);
    expect(quorum.witnesses.others.map(({ host, says }) => [host, says])).toEqual([
      ["b", "y"],
      ["d", "z"],
    ]);
  });

  it("behavior: who was outvoted is asked no more, and still counts among the whole", async () => {
    const { quorum, question } = ask({ a: "x", b: "y", c: "x" });
    await quorum.ask(question);
    const lone = {
      ...question,
      ask: async (client: ChainNode["client"]) => (client === quorum.nodes[0]?.client ? "p" : "q"),
    };
    await expect(quorum.ask(lone)).rejects.toMatchObject({
      needed: 2,
      sayings: [{ says: "p" }, { says: "q" }, { host: "b" }],
    });
  });

  it.each([[{ a: "x", b: "y" }], [{ a: "x", b: "x", c: "y", d: "y" }], [{ a: "x", b: "y", c: "z" }]])(
    "error: no majority in %j",
    async (answers) => {
      const { quorum, question } = ask(answers);
      await expect(quorum.ask(question)).rejects.toMatchObject({ code: "noQuorum", subject: "answer" });
    },
  );
});

it("behavior: nodes are named without paths and keys, two of one host by their place", () => {
  const urls = ["https://rpc.example/key/1", "https://rpc.example/key/2", "http://127.0.0.1:8545"];
  expect(nodeHosts(urls)).toEqual(["rpc.example", "rpc.example (2)", "127.0.0.1:8545"]);
});

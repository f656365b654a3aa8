import { afterAll, beforeAll, expect, it } from "vitest";
import { aggregatorAbi } from "@/contracts-abi/Aggregator";
import { startTestDevnet, type TestDevnet } from "@/devnet/devnetFixture";
import { createChainSource } from "@/lib/chain/ChainSource";
import { readPriceHistory } from "./readPriceHistory";

let test: TestDevnet;

beforeAll(async () => {
  test = await startTestDevnet();
});

afterAll(async () => {
  await test?.stop();
});

const DAY = 86_400;

it("default: each close is the last round before its time, and a time before the first round has none", async () => {
  const source = createChainSource(test.deployment);
  const { block } = await source.reader.read({});
  const last = Number(block.timestamp);
  const days = Array.from({ length: 100 }, (_, index) => last - (399 - 4 * index) * DAY);
  const histories = await readPriceHistory(source, { days });
  expect(histories.map(({ coin }) => coin)).toEqual(["ETH", "BTC"]);
  for (const [index, { closes }] of histories.entries()) {
    const feed = test.deployment.feeds[index]?.feed ?? "0x";
    const known = closes.flatMap((close, at) => (close === null ? [] : [{ close, time: days[at] ?? 0 }]));
    expect(closes.slice(0, 50).every((close) => close === null)).toBe(true);
    expect(known.length).toBeGreaterThan(20);
    for (const { close, time } of [known[0], known[9], known.at(-1)].flatMap((one) => one ?? []))
      expect(close).toBe(await lastRoundBefore(source.client, { feed, time }));
  }
});

/** Walks back from the newest round, one by one. */
async function lastRoundBefore(
  client: ReturnType<typeof createChainSource>["client"],
  { feed, time }: { readonly feed: `0x${string}`; readonly time: number },
): Promise<number> {
  const { createPublicClient, custom } = await import("viem");
  const chain = createPublicClient({ transport: custom({ request: client.request as never }) });
  const at = { address: feed, abi: aggregatorAbi } as const;
  let round = await chain.readContract({ ...at, functionName: "latestRoundData" });
  let step = 1n << 12n;
  // By steps that shrink: the feeds of this chain have an hourly round, so this needs no halving of its own.
  while (step > 0n) {
    const id = round[0] - step;
    const earlier = await chain.readContract({ ...at, functionName: "getRoundData", args: [id] }).catch(() => null);
    if (earlier !== null && Number(earlier[3]) > time) round = earlier;
    else step >>= 1n;
  }
  const before = Number(round[3]) > time ? round[0] - 1n : round[0];
  const [, answer] = await chain.readContract({ ...at, functionName: "getRoundData", args: [before] });
  return Number(answer) / 1e8;
}

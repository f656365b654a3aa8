import { QueryClient } from "@tanstack/react-query";
import { expect, test } from "vitest";
import { bestHedge } from "@/lib/risk/bestHedgeFixture";
import { sampleBook } from "@/lib/risk/bookFixture";
import { smallestLosses } from "@/lib/risk/stress/reverseFixture";
import { SEARCH_STEPS } from "@/lib/risk/stress/smallestLosses";
import { partQueries } from "./partQueries";
import { reverseQueries } from "./reverseQueries";

const sought = { book: sampleBook(), loss: 10_000, rule: "stickyStrike" } as const;
const changes = Float64Array.from({ length: 400 }, (_, index) => Math.sin(index) * 1_000);
const candidates = [0.1, 0.05, -0.1].map((size, index) => ({
  ...{ id: String(index), costPerDollar: 0.001 },
  changePerDollar: changes.map((change) => (-size * change) / 1_000),
}));
const input = { changes, candidates, confidence: 0.95, budget: 5_000 };

test("default: a search in steps ends where one in one go does", async () => {
  const client = new QueryClient();
  const found = await client.fetchQuery(reverseQueries.smallest(sought));
  expect(found).toEqual({ losses: smallestLosses(sought), done: SEARCH_STEPS, of: SEARCH_STEPS });
  const hedges = await client.fetchQuery(partQueries.hedge({ input, key: "a" }));
  expect(hedges).toEqual({ found: bestHedge(input), done: 6, of: 6 });
  const none = await client.fetchQuery(partQueries.hedge({ input: { ...input, candidates: [] }, key: "b" }));
  expect(none).toMatchObject({ found: { ok: false }, done: 0, of: 0 });
});

test("behavior: one that is stopped keeps what it had, and can be taken up again", async () => {
  const client = new QueryClient();
  const query = reverseQueries.smallest(sought);
  const stopped = new Promise<void>((resolve) => {
    const end = client.getQueryCache().subscribe(() => {
      if ((client.getQueryData(query.queryKey)?.done ?? 0) < 2) return;
      end();
      client.cancelQueries({ queryKey: query.queryKey, exact: true }, { revert: false }).then(() => resolve());
    });
  });
  await client.fetchQuery(query).catch(() => undefined);
  await stopped;
  const kept = client.getQueryData(query.queryKey);
  expect(kept?.done).toBeLessThan(SEARCH_STEPS);
  expect(kept?.losses?.down).toEqual(smallestLosses(sought).down);
  expect(kept?.losses?.nearest).toBeNull();
  client.getQueryCache().clear();
  expect((await client.fetchQuery(query)).losses).toEqual(smallestLosses(sought));
});

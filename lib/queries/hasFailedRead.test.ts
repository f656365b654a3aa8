import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { expect, test } from "vitest";
import { hasFailedRead } from "./hasFailedRead";

const CHAIN = 31_337;

/** A query on screen whose node can be broken and mended. */
async function onScreen(entity: string) {
  const queries = new QueryClient({
    defaultOptions: { queries: { retry: false, staleTime: Number.POSITIVE_INFINITY } },
  });
  const node = { isBroken: false };
  const queryFn = async () => {
    if (node.isBroken) throw new TypeError("no answer");
    return 7;
  };
  const observer = new QueryObserver(queries, { queryKey: [entity, { chainId: CHAIN }], queryFn });
  const leave = observer.subscribe(() => undefined);
  const read = () => queries.invalidateQueries({ queryKey: [entity] });
  await read();
  return { queries, node, leave, read };
}

test("default: a read that failed is behind until it succeeds, though its last answer is still shown", async () => {
  const { queries, node, read } = await onScreen("vault");
  expect(hasFailedRead(queries, CHAIN)).toBe(false);
  node.isBroken = true;
  await read();
  expect(queries.getQueryData(["vault", { chainId: CHAIN }])).toBe(7);
  expect(hasFailedRead(queries, CHAIN)).toBe(true);
  node.isBroken = false;
  const again = read();
  expect(hasFailedRead(queries, CHAIN)).toBe(false);
  await again;
  expect(hasFailedRead(queries, CHAIN)).toBe(false);
});

test("behavior: what has left the screen, and what no block refreshes, holds nothing up", async () => {
  const gone = await onScreen("vaults");
  gone.node.isBroken = true;
  await gone.read();
  expect(hasFailedRead(gone.queries, CHAIN)).toBe(true);
  gone.leave();
  expect(hasFailedRead(gone.queries, CHAIN)).toBe(false);
  const other = await onScreen("market");
  other.node.isBroken = true;
  await other.read();
  expect(hasFailedRead(other.queries, CHAIN)).toBe(false);
});

test("behavior: another chain that fails is not this one's failure", async () => {
  const { queries, node, read } = await onScreen("vault");
  node.isBroken = true;
  await read();
  expect(hasFailedRead(queries, CHAIN)).toBe(true);
  expect(hasFailedRead(queries, CHAIN + 1)).toBe(false);
});

import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { expect, test } from "vitest";
import { hasFailedRead } from "./hasFailedRead";

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
  const observer = new QueryObserver(queries, { queryKey: [entity, 1], queryFn });
  const leave = observer.subscribe(() => undefined);
  const read = () => queries.invalidateQueries({ queryKey: [entity] });
  await read();
  return { queries, node, leave, read };
}

test("default: a read that failed is behind until it succeeds, though its last answer is still shown", async () => {
  const { queries, node, read } = await onScreen("vault");
  expect(hasFailedRead(queries)).toBe(false);
  node.isBroken = true;
  await read();
  expect(queries.getQueryData(["vault", 1])).toBe(7);
  expect(hasFailedRead(queries)).toBe(true);
  node.isBroken = false;
  const again = read();
  expect(hasFailedRead(queries)).toBe(false);
  await again;
  expect(hasFailedRead(queries)).toBe(false);
});

test("behavior: what has left the screen, and what no block refreshes, holds nothing up", async () => {
  const gone = await onScreen("vaults");
  gone.node.isBroken = true;
  await gone.read();
  expect(hasFailedRead(gone.queries)).toBe(true);
  gone.leave();
  expect(hasFailedRead(gone.queries)).toBe(false);
  const other = await onScreen("market");
  other.node.isBroken = true;
  await other.read();
  expect(hasFailedRead(other.queries)).toBe(false);
});

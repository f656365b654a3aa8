import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { watchBlocks } from "./watchBlocks";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A chain that is watched each second: the test says what its node answers, and whether a read of the page has failed. */
async function watched() {
  const node: { number: bigint | null; isBehind: boolean } = { number: 5n, isBehind: false };
  const heard: string[] = [];
  const newest = async () => {
    if (node.number === null) throw new TypeError("no answer");
    return node.number;
  };
  const stop = watchBlocks(newest, 1_000, {
    known: 5n,
    isBehind: () => node.isBehind,
    onBlock: (number) => heard.push(`block ${number}`),
    onFailure: () => heard.push("failure"),
  });
  const pass = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1_000);
  await pass(0);
  return { node, heard, stop, pass };
}

describe("the newest block", () => {
  test("default: only another number is news, forward or back", async () => {
    const { node, heard, pass } = await watched();
    await pass(2);
    expect(heard).toEqual([]);
    node.number = 6n;
    await pass(3);
    node.number = 4n;
    await pass(3);
    expect(heard).toEqual(["block 6", "block 4"]);
  });

  test("behavior: while something on screen is of a read that failed, the first answer is news, though no block came", async () => {
    const { node, heard, pass } = await watched();
    node.number = null;
    node.isBehind = true;
    await pass(1);
    node.number = 5n;
    await pass(1);
    node.isBehind = false;
    await pass(5);
    expect(heard).toEqual(["failure", "block 5"]);
  });

  test("behavior: stopped, it asks and tells no more", async () => {
    const { node, heard, stop, pass } = await watched();
    stop();
    node.number = 9n;
    await pass(5);
    expect(heard).toEqual([]);
  });
});

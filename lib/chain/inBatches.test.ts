import { expect, test } from "vitest";
import { inBatches } from "./inBatches";

test("default: every item in its order, never more at once than a batch", async () => {
  let [running, most] = [0, 0];
  const read = async (item: number) => {
    running += 1;
    most = Math.max(most, running);
    await Promise.resolve();
    running -= 1;
    return item * 2;
  };
  expect(await inBatches([1, 2, 3, 4, 5], 2, read)).toEqual([2, 4, 6, 8, 10]);
  expect(most).toBe(2);
  expect(await inBatches([], 2, read)).toEqual([]);
});

test("error: a batch of none would never end", async () => {
  await expect(inBatches([1], 0, async (item) => item)).rejects.toThrow("at least one");
});

test("error: what fails fails the whole", async () => {
  const read = async (item: number) => {
    if (item === 3) throw new TypeError("no answer");
    return item;
  };
  await expect(inBatches([1, 2, 3], 2, read)).rejects.toThrow("no answer");
});

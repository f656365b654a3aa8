import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { within } from "./within";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("default: what ends in time ends as it does, and leaves no timer behind", async () => {
  await expect(within(1_000, Promise.resolve(7))).resolves.toBe(7);
  await expect(within(1_000, Promise.reject(new TypeError("no")))).rejects.toThrow("no");
  expect(vi.getTimerCount()).toBe(0);
});

it("error: silence ends with the words given", async () => {
  const silent = within(1_000, new Promise(() => {}), "Nobody answers.");
  const told = expect(silent).rejects.toThrow(new RangeError("Nobody answers."));
  await vi.advanceTimersByTimeAsync(1_000);
  await told;
});

import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { stubStorage } from "./keptFixture";
import { keepAddresses, savedAddresses } from "./savedAddresses";

const a = `0x${"a1".repeat(20)}` as const;
const b = `0x${"b2".repeat(20)}` as const;
let kept: Map<string, string>;

beforeEach(() => {
  kept = stubStorage();
});

afterEach(() => vi.unstubAllGlobals());

test("default: a set is kept once, the newest first, and can be forgotten", () => {
  const heard = vi.fn();
  const end = savedAddresses.subscribe(heard);
  keepAddresses([a], true);
  keepAddresses([a, b], true);
  keepAddresses([a], true);
  expect(savedAddresses.read()).toEqual([[a], [a, b]]);
  expect(savedAddresses.read()).toBe(savedAddresses.read());
  keepAddresses([a], false);
  expect(savedAddresses.read()).toEqual([[a, b]]);
  expect(heard).toHaveBeenCalledTimes(4);
  end();
});

test.each(["{", "7", '[{"a":1},"0x12","<script>"]', `["${a} x"]`])(
  "error: what is not ours is nothing (%#)",
  (text) => {
    kept.set("ballast.watched", text);
    expect(savedAddresses.read()).toEqual([]);
  },
);

import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { keepAddresses, savedAddresses, subscribeSavedAddresses } from "./savedAddresses";

const a = `0x${"a1".repeat(20)}` as const;
const b = `0x${"b2".repeat(20)}` as const;
let kept: string | null;

beforeEach(() => {
  kept = null;
  vi.stubGlobal("localStorage", {
    getItem: () => kept,
    setItem: (_: string, text: string) => {
      kept = text;
    },
  });
  vi.stubGlobal("window", new EventTarget());
});

afterEach(() => vi.unstubAllGlobals());

test("default: a set is kept once, the newest first, and can be forgotten", () => {
  const heard = vi.fn();
  const end = subscribeSavedAddresses(heard);
  keepAddresses([a], true);
  keepAddresses([a, b], true);
  keepAddresses([a], true);
  expect(savedAddresses()).toEqual([[a], [a, b]]);
  expect(savedAddresses()).toBe(savedAddresses());
  keepAddresses([a], false);
  expect(savedAddresses()).toEqual([[a, b]]);
  expect(heard).toHaveBeenCalledTimes(4);
  end();
});

test.each(["{", "7", '[{"a":1},"0x12","<script>"]', `["${a} x"]`])(
  "error: what is not ours is nothing (%#)",
  (text) => {
    kept = text;
    expect(savedAddresses()).toEqual([]);
  },
);

test("error: a browser that keeps nothing", () => {
  const refuse = () => {
    throw new Error("denied");
  };
  vi.stubGlobal("localStorage", { getItem: refuse, setItem: refuse });
  keepAddresses([a], true);
  expect(savedAddresses()).toEqual([]);
});

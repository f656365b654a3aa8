import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { hasMandate } from "./mandateKey";
import { keepMandate, savedMandate, subscribeMandates } from "./savedMandates";

const a = `0x${"a1".repeat(20)}` as const;
const b = `0x${"b2".repeat(20)}` as const;
const kept = new Map<string, string>();

beforeEach(() => {
  kept.clear();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => kept.set(key, text),
    removeItem: (key: string) => kept.delete(key),
  });
  vi.stubGlobal("window", new EventTarget());
});

afterEach(() => vi.unstubAllGlobals());

test("default: limits are kept by address, and forgotten when none is left", () => {
  const heard = vi.fn();
  const end = subscribeMandates(heard);
  expect(keepMandate(a, { largestSharePerVault: 0.3 })).toBe(true);
  expect(savedMandate(a)).toEqual({ largestSharePerVault: 0.3 });
  expect(savedMandate(a)).toBe(savedMandate(a));
  expect([hasMandate(a), hasMandate(b), savedMandate(b)]).toEqual([true, false, null]);
  expect(keepMandate(a, {})).toBe(true);
  expect([hasMandate(a), savedMandate(a)]).toEqual([false, null]);
  expect(heard).toHaveBeenCalledTimes(2);
  end();
});

test("error: what is not ours is none; a browser that keeps nothing says so", () => {
  kept.set(`ballast.mandate.${a}`, "{");
  expect(savedMandate(a)).toBeNull();
  vi.stubGlobal("localStorage", {
    getItem: () => null,
    setItem: () => {
      throw new DOMException("full", "QuotaExceededError");
    },
  });
  expect(keepMandate(b, { uncovered: 0 })).toBe(false);
});

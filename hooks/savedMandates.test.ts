import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { stubStorage } from "./keptFixture";
import { hasMandate, keepMandate, savedMandate } from "./savedMandates";

const a = `0x${"a1".repeat(20)}` as const;
const b = `0x${"b2".repeat(20)}` as const;
let kept: Map<string, string>;

beforeEach(() => {
  kept = stubStorage();
});

afterEach(() => vi.unstubAllGlobals());

test("default: limits are kept by address, and forgotten when none is left", () => {
  keepMandate(a, { largestSharePerVault: 0.3 });
  expect(savedMandate(a).read()).toEqual({ largestSharePerVault: 0.3 });
  expect([hasMandate(a), hasMandate(b)]).toEqual([true, false]);
  keepMandate(a, {});
  expect([hasMandate(a), savedMandate(a).read()]).toEqual([false, null]);
});

test("error: what is not ours is none", () => {
  kept.set(`ballast.mandate.${b}`, '{"format":"ballast-mandate","version":1,"limits":{"leverage":2}}');
  expect(savedMandate(b).read()).toBeNull();
});

import { expect, test } from "vitest";
import { parseAddress } from "./parseAddress";
import { isUnlimited } from "./StandingRight";

test("default: the highest number is no limit, counted down a little too; a large supply is one", () => {
  expect([2n ** 256n - 1n, 2n ** 256n - 10n ** 30n, 2n ** 128n].map(isUnlimited)).toEqual([true, true, true]);
  expect([0n, 10n ** 38n, 2n ** 128n - 1n].map(isUnlimited)).toEqual([false, false, false]);
});

test("default: an address as it is pasted, and nothing else", () => {
  const address = `0x${"aB".repeat(20)}`;
  expect(parseAddress(` ${address}\n`)).toBe(address);
  expect(
    ["", "0x", address.slice(0, -1), `${address}0`, "vitalik.eth", `0x${"g".repeat(40)}`].map(parseAddress),
  ).toEqual(Array.from({ length: 6 }, () => null));
});

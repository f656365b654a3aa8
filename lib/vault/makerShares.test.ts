import fc from "fast-check";
import { expect, test } from "vitest";
import { tokenAmount } from "@/lib/units/TokenAmount";
import { WAD, wad } from "@/lib/units/Wad";
import { makerShares } from "./makerShares";
import { fillOf } from "./vaultFixture";

const north = `0x${"a0".repeat(20)}` as const;
const south = `0x${"b0".repeat(20)}` as const;
const fill = (maker: typeof north | typeof south, packages: bigint) =>
  fillOf({ maker, size: wad(packages * WAD), premium: tokenAmount(packages * 20n) });

test("default: fills of one maker add up, the largest first", () => {
  const shares = makerShares([fill(north, 10n), fill(south, 60n), fill(north, 30n)]);
  expect(shares).toEqual([
    { maker: south, size: 60n * WAD, premium: 1_200n, share: 0.6 },
    { maker: north, size: 40n * WAD, premium: 800n, share: 0.4 },
  ]);
});

test("behavior: the shares are one together, and nobody is left out", () => {
  const fills = fc.array(fc.tuple(fc.boolean(), fc.bigInt({ min: 1n, max: 10n ** 6n })), { minLength: 1 });
  fc.assert(
    fc.property(fills, (list) => {
      const all = list.map(([isNorth, packages]) => fill(isNorth ? north : south, packages));
      const shares = makerShares(all);
      expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
      expect(shares.reduce((sum, { size }) => sum + size, 0n)).toBe(all.reduce((sum, { size }) => sum + size, 0n));
    }),
  );
});

test("behavior: without a sale there is nobody", () => {
  expect(makerShares([])).toEqual([]);
  expect(makerShares([fill(north, 0n)])).toEqual([]);
});

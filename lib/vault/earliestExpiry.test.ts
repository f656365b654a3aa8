import { expect, test } from "vitest";
import { unixSeconds } from "@/lib/units/UnixSeconds";
import { earliestExpiry } from "./earliestExpiry";
import { EXPIRY, NOW, putEpoch, putVault } from "./vaultFixture";

const later = unixSeconds(EXPIRY + 604_800n);

test("default: the first of the epochs that run", () => {
  const vaults = [putVault({ epoch: putEpoch({ expiry: later }) }), putVault()];
  expect(earliestExpiry(vaults, NOW)).toBe(EXPIRY);
});

test("behavior: vaults at rest and epochs that ended do not count", () => {
  const idle = putVault({ epoch: putEpoch({ phase: "idle" }) });
  expect(earliestExpiry([idle], NOW)).toBeNull();
  expect(earliestExpiry([putVault(), putVault({ epoch: putEpoch({ expiry: later }) })], EXPIRY)).toBe(later);
  expect(earliestExpiry([], NOW)).toBeNull();
});

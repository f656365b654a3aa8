import { expect, test } from "vitest";
import { unixSeconds } from "@/lib/units/UnixSeconds";
import { EXPIRY, OPENED } from "@/lib/vault/vaultFixture";
import { describeConsequence } from "./describeConsequence";

const open = { at: EXPIRY, isFixed: false, earliest: unixSeconds(OPENED + 2400n) };
const dates = "Fri 27 Nov, 08:00 UTC, or as early as Fri 20 Nov, 08:50 UTC if nothing is sold";

test.each([
  ["executesAt", `Your request is executed when the epoch ends: ${dates}.`],
  ["claimableFrom", `You can claim as soon as the epoch is settled: ${dates}.`],
  ["cancelFreeUntil", `You can cancel free until it is settled: ${dates}.`],
  ["keepsRiskUntil", `Your shares keep earning and keep losing until the epoch ends: ${dates}.`],
  ["noExitBefore", `You cannot leave before ${dates}.`],
] as const)("behavior: %s tells both ends of an epoch that may sell nothing", (kind, sentence) => {
  expect(describeConsequence({ kind, ...open }, OPENED)).toBe(sentence);
});

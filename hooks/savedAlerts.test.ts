import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { NO_ALERTS } from "@/lib/risk/alerts/alertsFile";
import { stubStorage } from "./keptFixture";
import { keepAlerts, savedAlerts } from "./savedAlerts";

const address = `0x${"a1".repeat(20)}` as const;
const other = `0x${"b2".repeat(20)}` as const;

beforeEach(() => {
  stubStorage();
});

afterEach(() => vi.unstubAllGlobals());

test("default: each address has its own rules and its own memory", () => {
  const alerts = { rules: { shortfallOver: 0.1, isSettledTold: false, isClaimableTold: true }, told: ["claimable x"] };
  keepAlerts(address, alerts);
  expect(savedAlerts(address).read()).toEqual(alerts);
  expect(savedAlerts(other).read()).toEqual(NO_ALERTS);
});

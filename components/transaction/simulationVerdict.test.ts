import { expect, test } from "vitest";
import { depositManyCall, depositPlan } from "@/lib/transaction/planFixture";
import { simulationVerdict } from "./simulationVerdict";

const PROGRESS = {
  plan: depositPlan({ steps: [{ kind: "act", call: depositManyCall() }] }),
  finished: [],
  nonce: null,
};

test("behavior: agreement is claimed only where movements were compared", () => {
  const simulated = { status: "simulated", networkFeeWei: 1n, ...PROGRESS } as const;
  expect(simulationVerdict({ ...simulated, isCompared: true })).toBe("agrees");
  expect(simulationVerdict({ ...simulated, isCompared: false })).toBe("notCompared");
  expect(simulationVerdict({ status: "simulating", ...PROGRESS })).toBe("running");
  expect(simulationVerdict({ status: "awaitingSignature", ...PROGRESS, askedNonce: null })).toBeNull();
});

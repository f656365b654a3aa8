import { expect, it } from "vitest";
import { depositPlan } from "@/lib/transaction/planFixture";
import type { Witnesses } from "@/lib/transaction/Witnesses";
import { witnessesOf } from "./witnessesOf";

const WITNESSES: Witnesses = { configured: 3, agreed: ["a", "b"], others: [] };
const plan = { ...depositPlan(), witnesses: WITNESSES };
const simulated = {
  status: "simulated",
  networkFeeWei: 1n,
  isCompared: true,
  plan,
  finished: [],
  nonce: null,
} as const;

it("default: who stands behind plan and simulation both, and every objection once", () => {
  const objection = { subject: "allowance", host: "c", says: "7", failure: null };
  const state = { ...simulated, witnesses: { ...WITNESSES, agreed: ["b", "c"], others: [objection] } };
  const shown = witnessesOf(state, { ...plan, witnesses: { ...WITNESSES, others: [objection] } });
  expect(shown).toEqual({ configured: 3, agreed: ["b"], others: [objection] });
});

it("behavior: nothing is claimed before the simulation, nor of a state that does not tell", () => {
  expect(witnessesOf({ status: "simulating", plan, finished: [], nonce: null }, plan)).toBeNull();
  expect(witnessesOf(simulated, plan)).toBeNull();
});

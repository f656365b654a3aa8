import { expect, test } from "vitest";
import { LIMITS } from "@/lib/risk/mandate/Mandate";
import type { PlanLimit } from "@/lib/risk/mandate/mandateCheck";
import {
  describeMandateFault,
  limitMeaning,
  limitMove,
  limitSentence,
  limitShare,
  limitTitle,
  overrideLabel,
} from "./describeMandate";

const BROKEN: PlanLimit = {
  limit: "largestSharePerVault",
  most: 0.3,
  before: 0.2,
  after: 0.456,
  verdict: "breaks",
};

test("default: a share in as many decimals as it has, up to two", () => {
  expect([0.3, 0.085, 0.0025, 1, 0, null].map(limitShare)).toEqual(["30%", "8.5%", "0.25%", "100%", "0%", "–"]);
  expect([2, Number.POSITIVE_INFINITY].map(limitShare)).toEqual(["200%", "more than all that is owned"]);
});

test("default: before and after, and what that means for the limit", () => {
  expect(limitMove(BROKEN)).toBe("20% → 45.6%");
  expect(limitMove({ before: 0.2, after: null })).toBe("20% → not computed yet");
  expect(limitSentence(BROKEN)).toBe("Largest share per vault would be 45.6%, over your limit of 30%.");
  const sentence = (verdict: PlanLimit["verdict"]) => limitSentence({ ...BROKEN, before: 0.4, verdict });
  expect(sentence("worsens")).toBe(
    "Largest share per vault is over your limit of 30% already and would go from 40% to 45.6%.",
  );
  expect(sentence("stays")).toBe("Largest share per vault stays over your limit of 30%, and not by more.");
  expect(sentence("kept")).toBe("Largest share per vault stays within your limit of 30%.");
  expect(sentence("unknown")).toContain("neither within your limit of 30% nor over it");
});

test("behavior: an override names every limit that is passed over", () => {
  expect(overrideLabel([BROKEN])).toBe("Sign although it breaks my limit of 30% for largest share per vault");
  expect(overrideLabel([BROKEN, { ...BROKEN, limit: "slowExit", most: 0.1 }])).toBe(
    "Sign although it breaks my limits of 30% for largest share per vault and 10% for longer than 7 days to leave",
  );
});

test("behavior: every limit has a title and a meaning of its own", () => {
  expect(new Set(LIMITS.map(limitTitle)).size).toBe(LIMITS.length);
  expect(new Set(LIMITS.map(limitMeaning)).size).toBe(LIMITS.length);
});

test("error: why a file is refused", () => {
  expect(describeMandateFault({ reason: "otherVersion", version: "2" })).toBe(
    "This file is of version 2; this app reads version 1.",
  );
  expect(describeMandateFault({ reason: "unknownLimit", name: "leverage" })).toContain("leverage");
  expect(describeMandateFault({ reason: "notAShare", name: "shortfall" })).toContain("shortfall");
  const others = (["tooLong", "notJson", "notOurs", "noLimit"] as const).map((reason) =>
    describeMandateFault({ reason }),
  );
  expect(new Set(others).size).toBe(4);
});

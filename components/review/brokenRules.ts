import { describeSharedViolation } from "@/lib/format/describeShared";
import type { SharedReview } from "@/lib/transaction/SharedReview";

/** Everything that a plan breaks, each with the call it is about. */
export function brokenRules({ violations, calls }: SharedReview): readonly string[] {
  const ofCalls = calls.flatMap((call, index) =>
    call.violations.map((violation) => `Call ${index + 1}: ${lowerFirst(describeSharedViolation(violation))}`),
  );
  return [...violations.map(describeSharedViolation), ...ofCalls];
}

function lowerFirst(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

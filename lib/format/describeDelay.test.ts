import { expect, test } from "vitest";
import { canReplace, describeDelay } from "./describeDelay";

test.each([
  [null, null, false],
  [{ kind: "nonceGap", missing: 4 }, "your transaction number 4", false],
  [{ kind: "feeTooLow" }, "more now than it pays", true],
  [{ kind: "stuck" }, "waited for a while", true],
  [{ kind: "cancelling", byHash: "0x12" }, "sent an empty transaction", false],
] as const)("default: %j", (delay, words, isReplaceable) => {
  const sentence = describeDelay(delay);
  if (words === null) expect(sentence).toBeNull();
  else expect(sentence).toContain(words);
  expect(canReplace(delay)).toBe(isReplaceable);
});

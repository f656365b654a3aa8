import { expect, it } from "vitest";
import { ActivityGapError, HistoryGapError } from "@/lib/errors/quorumErrors";
import { describeNoQuorum, describeObjection, nodesMessage } from "./describeNodes";

const says = (host: string, text: string | null) => ({ host, says: text, failure: null });
const fails = (host: string, failure: string) => ({ host, says: null, failure });

it("default: nodes that differ are named with what each says", () => {
  const sayings = [says("one.example", "0"), says("two.example", "1000")];
  const { what, why } = describeNoQuorum({ subject: "allowance", needed: 2, sayings }, "Nothing was signed.");
  expect(what).toBe("The RPC nodes do not say the same.");
  expect(why).toBe("About your allowance: one.example says 0, two.example says 1000. Nothing was signed.");
});

it("behavior: silence is told as such, with its reason", () => {
  const sayings = [says("one.example", "block 7"), fails("two.example", "rpcRateLimited")];
  const { what, why } = describeNoQuorum({ subject: "block", needed: 2, sayings }, "Nothing was signed.");
  expect(what).toBe("Too few RPC nodes answer.");
  expect(why).toBe(
    "2 of 2 must say the same: one.example says block 7, two.example takes no more requests for now. Nothing was signed.",
  );
});

it.each([
  [
    { subject: "totalAssets", ...says("a.example", null) },
    "a.example says otherwise about the contract’s totalAssets.",
  ],
  [{ subject: "nonce", ...says("a.example", "7") }, "a.example says 7 about your next transaction’s number."],
  [{ subject: "block", ...fails("a.example", "rpcUnreachable") }, "a.example did not answer."],
])("behavior: an outvoted node %#", (objection, sentence) => {
  expect(describeObjection(objection)).toBe(sentence);
});

it.each([
  [[3], "epoch 3"],
  [[3, 4], "epochs 3, 4"],
  [[1, 2, 3, 4, 5], "5 epochs"],
])("behavior: what logs leave out, %j", (epochs, text) => {
  const { why } = nodesMessage(new HistoryGapError(`0x${"a".repeat(40)}`, epochs));
  expect(why).toContain(`leave out ${text}, so no history is shown.`);
});

it("behavior: events that do not lead to the vault's state are told as such", () => {
  const { what, why } = nodesMessage(new ActivityGapError(`0x${"a".repeat(40)}`));
  expect(what).toBe("The activity is not whole.");
  expect(why).toContain("do not add up to what the vault says, so no history is shown.");
});

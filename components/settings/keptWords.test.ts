import { expect, it } from "vitest";
import { keptWords } from "./keptWords";
import { nodeUses } from "./nodeUses";

it("default: what the app keeps is named, an account's transaction by what removing it does not do", () => {
  expect(keptWords("ballast-theme")).toBe("Dark or light");
  expect(keptWords("ballast.node.31337")).toBe("Your RPC node, with its key");
  expect(keptWords(`ballast.transaction.1.0x${"1".repeat(40)}`)).toContain("not cancelled");
});

it("behavior: keys of later versions and of others are named too", () => {
  expect(keptWords("ballast.later")).toBe("Kept by this app");
  expect(keptWords("__proto__")).toContain("Not this app’s own");
});

it("behavior: the witnesses' majority is counted with the new node", () => {
  expect(nodeUses(1)[0]?.note).toContain("2 of 2 nodes");
  expect(nodeUses(2)[0]?.note).toContain("2 of 3 nodes");
  expect(nodeUses(4)[0]?.note).toContain("3 of 5 nodes");
});

import { skipToken } from "@tanstack/react-query";
import { expect, it } from "vitest";
import { createChainSource } from "@/lib/chain/ChainSource";
import { DEPLOYMENT } from "@/lib/protocols/ballast/deploymentFixture";
import { ACCOUNT, NOW, STRANGER } from "@/lib/transaction/planFixture";
import { rightQueries } from "./rightQueries";

const source = createChainSource(DEPLOYMENT);

it("default: keyed by account and by the write that may have changed it; without an account nothing is asked", () => {
  const keyOf = (afterBlock: bigint | null) => rightQueries.standing(source, { account: ACCOUNT, afterBlock }).queryKey;
  expect(keyOf(null)).not.toEqual(keyOf(7n));
  expect(rightQueries.standing(source, { account: undefined, afterBlock: null }).queryFn).toBe(skipToken);
});

it("behavior: the last answer stays for the same account, and is never shown under another", () => {
  const previous = { account: ACCOUNT, blockNumber: 1n, blockTimestamp: NOW, rights: [] };
  const kept = (account: typeof ACCOUNT) => {
    const { placeholderData } = rightQueries.standing(source, { account, afterBlock: 7n });
    if (typeof placeholderData !== "function") throw new TypeError("a function was expected");
    return placeholderData(previous, undefined);
  };
  expect(kept(ACCOUNT)).toBe(previous);
  expect(kept(STRANGER)).toBeUndefined();
});

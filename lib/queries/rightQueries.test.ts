import { skipToken } from "@tanstack/react-query";
import { expect, it } from "vitest";
import { createChainSource } from "@/lib/chain/ChainSource";
import { DEPLOYMENT } from "@/lib/protocols/ballast/deploymentFixture";
import { ACCOUNT, STRANGER } from "@/lib/transaction/planFixture";
import { rightQueries } from "./rightQueries";

const source = createChainSource(DEPLOYMENT);

it("default: keyed by account, below what is read anew after a write; without an account nothing is asked", () => {
  const keyOf = (account: typeof ACCOUNT) => rightQueries.standing(source, account).queryKey;
  expect(keyOf(ACCOUNT)).not.toEqual(keyOf(STRANGER));
  expect(keyOf(ACCOUNT).slice(0, 1)).toEqual(rightQueries.all);
  expect(rightQueries.standing(source, undefined).queryFn).toBe(skipToken);
});

import { QueryClient } from "@tanstack/react-query";
import { expect, test } from "vitest";
import { ACCOUNT, CHAIN_ID, depositPlan, STRANGER } from "@/lib/transaction/planFixture";
import type { TransactionState } from "@/lib/transaction/TransactionState";
import { leaveTransaction } from "./transactionCache";
import { transactionKey } from "./transactionKey";

const owner = { chainId: CHAIN_ID, account: ACCOUNT };
const progress = { plan: depositPlan(), finished: [], nonce: null };
const unsigned: TransactionState = { status: "simulated", networkFeeWei: 1n, isCompared: true, ...progress };
const asked: TransactionState = { status: "awaitingSignature", askedNonce: 3, ...progress };

function leave(state: TransactionState, account: typeof ACCOUNT) {
  const queries = new QueryClient();
  queries.setQueryData(transactionKey(owner), state);
  leaveTransaction(queries, owner, account);
  return queries.getQueryData<TransactionState>(transactionKey(owner));
}

test("default: a plan that nobody signed is blocked when another account is connected", () => {
  expect(leave(unsigned, STRANGER)).toMatchObject({ status: "blocked", reason: { kind: "accountChanged" } });
});

test("behavior: the same account, and what the wallet was asked, stay as they are", () => {
  expect(leave(unsigned, ACCOUNT)).toBe(unsigned);
  expect(leave(asked, STRANGER)).toBe(asked);
});

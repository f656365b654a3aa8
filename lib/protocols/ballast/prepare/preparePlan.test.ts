import { expect, it } from "vitest";
import { checkPolicy } from "@/lib/transaction/checkPolicy";
import { type OwnIntent, withRefusal } from "@/lib/transaction/Intent";
import { ACCOUNT, CHAIN_ID, DEPOSIT, NOW, ROUTER, STRANGER, USDC } from "@/lib/transaction/planFixture";
import type { PlanContext, SpendingFacts } from "../../plan/PlanContext";
import { DEPLOYMENT } from "../deploymentFixture";
import { policyOf } from "../perform/policyOf";
import { preparePlan } from "./preparePlan";

function planWith(spending: SpendingFacts, more: Partial<PlanContext> = {}, intent: OwnIntent = DEPOSIT) {
  const block = { number: 100n, timestamp: NOW };
  const context: PlanContext = {
    deployment: DEPLOYMENT,
    id: "plan-1",
    account: ACCOUNT,
    walletChainId: CHAIN_ID,
    block,
    vaults: [],
    spending: [spending],
    ...more,
  };
  return preparePlan(intent, context);
}

const domain = { name: "USD Coin", version: "2", chainId: CHAIN_ID, verifyingContract: USDC.address };
const assets = DEPOSIT.kind === "deposit" ? DEPOSIT.assets : 0n;

it.each<readonly [string, SpendingFacts, readonly string[]]>([
  ["a permit", { token: USDC, allowance: 0n, permit: { domain, nonce: 0n } }, ["permit", "act"]],
  ["an approval", { token: USDC, allowance: 0n, permit: null }, ["approve", "act"]],
  ["an older allowance", { token: USDC, allowance: 9n, permit: null }, ["approve", "approve", "act"]],
  ["the allowance that stands", { token: USDC, allowance: assets, permit: null }, ["act"]],
])("default: %s is used up by what the plan moves", (_name, spending, kinds) => {
  const plan = planWith(spending);
  expect(plan.steps.map(({ kind }) => kind)).toEqual(kinds);
  expect(plan.allowanceLeft).toEqual([{ token: USDC, spender: ROUTER, amount: 0n }]);
});

it("error: what is granted of a token that the plan does not move is left, and refused", () => {
  const plan = planWith({ token: { ...USDC, address: STRANGER }, allowance: 0n, permit: null });
  expect(plan.allowanceLeft).toMatchObject([{ amount: assets }]);
  const violations = checkPolicy(plan, policyOf(DEPLOYMENT, ACCOUNT, NOW));
  expect(violations).toContainEqual({ kind: "allowanceLeft", token: STRANGER, amount: assets });
});

it.each<readonly [string, SpendingFacts, readonly string[], boolean | undefined]>([
  ["a permit is not needed", { token: USDC, allowance: 0n, permit: { domain, nonce: 0n } }, ["approve", "act"], true],
  ["an older allowance", { token: USDC, allowance: 9n, permit: null }, ["approve", "approve", "act"], true],
  ["one call alone", { token: USDC, allowance: assets, permit: null }, ["act"], undefined],
])("behavior: for a wallet that sends calls together, %s", (_name, spending, kinds, isBatch) => {
  const plan = planWith(spending, { sendsBatches: true });
  expect(plan.steps.map(({ kind }) => kind)).toEqual(kinds);
  expect(plan.isBatch).toBe(isBatch);
  expect(checkPolicy(plan, policyOf(DEPLOYMENT, ACCOUNT, NOW))).toEqual([]);
});

it.each<readonly [string, SpendingFacts, readonly string[]]>([
  ["a permit is not asked of it", { token: USDC, allowance: 0n, permit: { domain, nonce: 0n } }, ["approve", "act"]],
  ["one call alone is one of its transactions too", { token: USDC, allowance: assets, permit: null }, ["act"]],
])("behavior: for a Safe, %s", (_name, spending, kinds) => {
  const plan = planWith(spending, { isSafe: true });
  expect(plan.steps.map(({ kind }) => kind)).toEqual(kinds);
  expect(plan).toMatchObject({ isBatch: true, isSafe: true });
  expect(checkPolicy(plan, policyOf(DEPLOYMENT, ACCOUNT, NOW))).toEqual([]);
});

it("behavior: a wallet that signs no permit approves by a transaction", () => {
  const intent = withRefusal(DEPOSIT, { kind: "permit" });
  const plan = planWith({ token: USDC, allowance: 0n, permit: { domain, nonce: 0n } }, {}, intent);
  expect(plan.steps.map(({ kind }) => kind)).toEqual(["approve", "act"]);
  expect(plan.isBatch).toBeUndefined();
});

it("error: a batch with something to sign in it is refused", () => {
  const plan = planWith({ token: USDC, allowance: 0n, permit: { domain, nonce: 0n } });
  const violations = checkPolicy({ ...plan, isBatch: true }, policyOf(DEPLOYMENT, ACCOUNT, NOW));
  expect(violations).toEqual([{ kind: "badSteps" }]);
});

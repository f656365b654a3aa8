import { expect, it } from "vitest";
import { checkPolicy } from "@/lib/transaction/checkPolicy";
import { ACCOUNT, CHAIN_ID, DEPOSIT, NOW, ROUTER, STRANGER, USDC } from "@/lib/transaction/planFixture";
import { DEPLOYMENT } from "../deploymentFixture";
import { policyOf } from "../perform/policyOf";
import type { PlanContext, SpendingFacts } from "./PlanContext";
import { preparePlan } from "./preparePlan";

function planWith(spending: SpendingFacts) {
  const block = { number: 100n, timestamp: NOW };
  const context: PlanContext = {
    deployment: DEPLOYMENT,
    id: "plan-1",
    account: ACCOUNT,
    walletChainId: CHAIN_ID,
    block,
    vaults: [],
    spending: [spending],
  };
  return preparePlan(DEPOSIT, context);
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

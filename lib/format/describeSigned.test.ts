import { expect, test } from "vitest";
import type { SentDifference } from "@/lib/transaction/effectDifferences";
import { ACCOUNT, depositPlan, USDC, VAULT } from "@/lib/transaction/planFixture";
import { describeSentOther, describeSignedOther } from "./describeSigned";

const ME = `0x${"a1".repeat(20)}`;
const PLAN = depositPlan({ isBatch: true });
const STRANGER = `0x${"b2".repeat(20)}` as const;

test.each([
  ["signer", ME, STRANGER, `It was for the account ${ME}, and is by ${STRANGER}.`],
  ["chainId", "1", "5", "It was for chain 1, and holds on chain 5."],
  ["chainId", "1", "any", "It was for chain 1, and holds on every chain."],
  [
    "nonce",
    "7",
    "8",
    "It was to be your transaction number 7, and is number 8: it takes the place of nothing, so an earlier one may be carried out as well.",
  ],
  ["to", ME, "a new contract", `It was for the contract ${ME}, and goes to a new contract.`],
  ["value", "0", "1500000", "It was to send 0 wei along, and sends 1,500,000."],
  ["data", "0x095ea7b3aa", "0x095ea7b3bb", "Its bytes differ from byte 5 on: aa was shown, bb is there."],
  ["data", "0x095e", "0x095eff", "Its bytes differ from byte 3 on: nothing was shown, ff is there."],
  ["data", "0x", "0xff", "Its bytes differ from byte 1 on: nothing was shown, ff is there."],
  ["data", "0xff01", "0xff", "Its bytes differ from byte 2 on: 01 was shown, nothing is there."],
  ["authorisations", "0", "1", "It would also let other code act for your account (EIP-7702)."],
] as const)("default: %s %s → %s", (field, shown, signed, sentence) => {
  expect(describeSentOther({ plan: PLAN, differences: [{ field, shown, signed }] }).why).toBe(sentence);
});

test("behavior: a signature was not used, a transaction cannot be taken back", () => {
  const differences = [{ field: "signer", shown: ME, signed: STRANGER }] as const;
  expect(describeSignedOther(differences)).toMatchObject({
    what: "Your wallet signed something else than was shown.",
    why: expect.stringContaining("sent nothing"),
  });
  const { next } = describeSentOther({ plan: PLAN, differences });
  expect(next).toContain("cannot be taken back");
  expect(next).toContain("cancel the transaction in your wallet while it waits");
});

test.each<readonly [SentDifference, string]>([
  [
    { field: "settled", vault: VAULT, receiver: STRANGER },
    `It gave what waited for you in the vault ${VAULT} to ${STRANGER}, which was not shown.`,
  ],
  [
    { field: "settled", vault: VAULT, receiver: null },
    `It cancelled a request of yours in the vault ${VAULT}, which was not shown.`,
  ],
  [
    { field: "split", asset: USDC.address, isStored: true },
    `It stored a split for your next deposits of the token ${USDC.address}, which was not shown. Store yours again before you use it.`,
  ],
  [
    { field: "split", asset: USDC.address, isStored: false },
    "It was to store the split for your next deposits, and did not.",
  ],
  [
    {
      field: "request",
      vault: { address: VAULT, name: "ETH put vault" },
      token: USDC,
      shown: 1_500_000_000n,
      found: 0n,
    },
    "ETH put vault was to book 1,500.00 USDC as your request, and booked nothing.",
  ],
  [
    { field: "allowance", token: USDC.address, spender: STRANGER },
    `It lets ${STRANGER} take tokens of yours at the contract ${USDC.address}, which was not shown. Revoke that first.`,
  ],
  [
    { field: "operator", contract: VAULT, operator: STRANGER },
    `It lets ${STRANGER} act for you in the contract ${VAULT}, which was not shown. Revoke that first.`,
  ],
  [
    { field: "allowanceKept", token: USDC.address, spender: STRANGER },
    `It was to take back what ${STRANGER} may take of yours at the contract ${USDC.address}, and did not. Revoke that again.`,
  ],
  [
    { field: "operatorKept", contract: VAULT, operator: STRANGER },
    `It was to take back that ${STRANGER} may act for you in the contract ${VAULT}, and did not. Revoke that again.`,
  ],
  [{ field: "atomic" }, "Its calls were to be carried out together or not at all, and were carried out one by one."],
])("behavior: what a batch did otherwise, %#, in a sentence", (difference, sentence) => {
  const { why, next } = describeSentOther({ plan: PLAN, batchId: "0x70", differences: [difference] });
  expect(why).toBe(sentence);
  expect(next).not.toContain("while it waits");
});

test.each<readonly [`0x${string}`, bigint, bigint, string]>([
  [ACCOUNT, 0n, -1n, "Your account was to give nothing, and gave 0.000001 USDC."],
  [ACCOUNT, -1_500_000_000n, -1_500_000_001n, "Your account was to give 1,500.00 USDC, and gave 1,500.000001 USDC."],
  [ACCOUNT, -1_500_000_000n, 0n, "Your account was to give 1,500.00 USDC, and gave nothing."],
  [ACCOUNT, -1_500_000_000n, 5_000_000n, "Your account was to give 1,500.00 USDC, and received 5.00 USDC."],
  [VAULT, 1_500_000_000n, 0n, "ETH put vault was to receive 1,500.00 USDC, and received nothing."],
  [STRANGER, 1_500_000_000n, 1_000_000n, `${STRANGER} was to receive 1,500.00 USDC, and received 1.00 USDC.`],
])("behavior: what moved otherwise says whose, %#", (account, expected, simulated, sentence) => {
  const difference = { account, token: USDC.address, symbol: "USDC", decimals: 6, expected, simulated };
  expect(describeSentOther({ plan: PLAN, differences: [{ field: "moved", difference }] }).why).toBe(sentence);
});

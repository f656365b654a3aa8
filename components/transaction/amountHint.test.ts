import { describe, expect, it } from "vitest";
import type { Address } from "@/lib/vault/Token";
import { NOW, putVault } from "@/lib/vault/vaultFixture";
import { amountHint } from "./amountHint";
import { type DepositDraft, depositAttempt, EMPTY_DEPOSIT } from "./depositDraft";

const ACCOUNT: Address = `0x${"a1".repeat(20)}`;
const WETH = { address: `0x${"e7".repeat(20)}`, symbol: "WETH", decimals: 18 } as const;
const vault = { ...putVault(), asset: WETH };
const BALANCE = 2n * 10n ** 18n;
const RESERVE = 5n * 10n ** 15n;
const IN_COIN: DepositDraft = { ...EMPTY_DEPOSIT, payWith: "coin" };

/** A form as it stands before an account whose fees take so much of its coins. */
function attemptOf(draft: DepositDraft, reserve: bigint) {
  const wallet = { account: ACCOUNT, chainId: vault.chainId };
  const surroundings = { account: ACCOUNT, wallet, coins: { balance: BALANCE, reserve }, isRead: true, now: NOW };
  return depositAttempt(draft, { vault, position: null, surroundings, now: NOW });
}

describe("paid in the coin", () => {
  it("default: MAX leaves what the fees may take, and says so", () => {
    const attempt = attemptOf(IN_COIN, RESERVE);
    expect(attempt.spendable).toBe(BALANCE - RESERVE);
    expect(amountHint(attempt, false)).toBe("MAX leaves 0.005 ETH for network fees.");
  });

  it("behavior: of a Safe it is the whole balance: whoever executes pays the fee", () => {
    const attempt = attemptOf(IN_COIN, 0n);
    expect(attempt.spendable).toBe(BALANCE);
    expect(amountHint(attempt, false)).toBeUndefined();
    expect(amountHint(attemptOf({ ...IN_COIN, text: "2" }, 0n), true)).toBe("Leaves 0.00 ETH in your wallet.");
  });

  it("behavior: an amount leaves the rest of the whole balance", () => {
    expect(amountHint(attemptOf({ ...IN_COIN, text: "0.5" }, RESERVE), true)).toBe("Leaves 1.50 ETH in your wallet.");
  });
});

it("behavior: nothing is said of fees where the token itself is paid", () => {
  expect(amountHint(attemptOf(EMPTY_DEPOSIT, RESERVE), false)).toBeUndefined();
});

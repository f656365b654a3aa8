import { formatToken, formatTokenExact } from "@/lib/format/formatToken";
import type { DepositAttempt } from "@/lib/transaction/depositObstacle";

/** The whole balance; of the coin too, although MAX leaves a part of it. */
export function paidBalance({ isPaidInCoin, coins, spendable }: DepositAttempt): bigint {
  return isPaidInCoin ? coins.balance : spendable;
}

/** What stands under the amount: what it leaves, or what MAX does. Where another pays the fees, MAX leaves nothing. */
export function amountHint(attempt: DepositAttempt, isFine: boolean): string | undefined {
  const { amount, token, coins, isPaidInCoin } = attempt;
  if (isFine && amount.ok) return `Leaves ${formatToken(paidBalance(attempt) - amount.amount, token)} in your wallet.`;
  if (!isPaidInCoin || coins.reserve === 0n) return undefined;
  return `MAX leaves ${formatTokenExact(coins.reserve, token)} for network fees.`;
}

import { type TokenAmount, tokenAmount } from "@/lib/units/TokenAmount";

/** A balance, whether it is the coin that also pays fees, and what to leave for them, in wei. */
export type SpendableInput = { readonly balance: bigint; readonly isCoin: boolean; readonly gasReserve: bigint };

/** What MAX puts into the field: the whole balance, of the coin what the fees of the plan leave. Never negative. */
export function maxSpendable({ balance, isCoin, gasReserve }: SpendableInput): TokenAmount {
  const spendable = isCoin ? balance - gasReserve : balance;
  return tokenAmount(spendable > 0n ? spendable : 0n);
}

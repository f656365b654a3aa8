/** One transaction of a depositor's whole way: its name, and the gas it takes at most. */
export type GasStep = { readonly name: "deposit" | "claimShares" | "withdrawal" | "claimAssets"; readonly gas: number };

/** How a deposit is paid: a token by permit, or the chain's own coin, which the router wraps. */
export type DepositPayment = "permit" | "coin";

/** What any transaction costs before it does anything, and a byte of its calldata at most. */
const TRANSACTION_GAS = 21_000;
const BYTE_GAS = 16;

/**
 * Gas of the calls alone, cold and for the first time, and the bytes of their calldata.
 * Source: contracts/snapshots/StrategyRouter.json and StrategyVault.json, which the contracts' tests write; checked by name.
 */
export const MEASURED_CALLS = {
  permit: { snapshot: "StrategyRouter", measured: "depositMany, 1 vault, permit", gas: 225_802, bytes: 388 },
  coin: { snapshot: "StrategyRouter", measured: "depositEth", gas: 184_296, bytes: 68 },
  claimShares: { snapshot: "StrategyVault", measured: "deposit (claim shares)", gas: 60_021, bytes: 100 },
  withdrawal: { snapshot: "StrategyVault", measured: "requestRedeem", gas: 108_813, bytes: 100 },
  claimAssets: { snapshot: "StrategyVault", measured: "redeem (claim assets)", gas: 50_857, bytes: 100 },
} as const;

/** The four transactions from a deposit to having the assets back, in their order. */
export function requestGas(payment: DepositPayment): readonly GasStep[] {
  return [
    { name: "deposit", gas: transactionGas(payment) },
    { name: "claimShares", gas: transactionGas("claimShares") },
    { name: "withdrawal", gas: transactionGas("withdrawal") },
    { name: "claimAssets", gas: transactionGas("claimAssets") },
  ];
}

function transactionGas(call: keyof typeof MEASURED_CALLS): number {
  const { gas, bytes } = MEASURED_CALLS[call];
  return TRANSACTION_GAS + BYTE_GAS * bytes + gas;
}

import { shares } from "@/lib/units/Shares";
import { tokenAmount } from "@/lib/units/TokenAmount";
import { unixSeconds } from "@/lib/units/UnixSeconds";
import type { Address, Hex } from "@/lib/vault/Token";
import type { Call } from "./Call";
import type { TransactionPolicy } from "./checkPolicy";
import type { OwnIntent } from "./Intent";
import type { Step, TransactionPlan } from "./TransactionPlan";

/** Addresses, amounts and plans that the tests of this folder share. Chain 31337, block time 1,795,000,000. */
export const ACCOUNT: Address = `0x${"a1".repeat(20)}`;
export const STRANGER: Address = `0x${"bd".repeat(20)}`;
export const ROUTER: Address = `0x${"c0".repeat(20)}`;
export const VAULT: Address = `0x${"d1".repeat(20)}`;
export const SECOND_VAULT: Address = `0x${"d2".repeat(20)}`;
export const USDC = { address: `0x${"e6".repeat(20)}`, symbol: "USDC", decimals: 6 } as const;
const SHARE = { address: VAULT, symbol: "blUSDC-CSP", decimals: 18 } as const;
export const NOW = unixSeconds(1_795_000_000n);
export const CHAIN_ID = 31_337;
const ASSETS = tokenAmount(1_500_000_000n);

/** What plans of these tests are held against. */
export const POLICY: TransactionPolicy = {
  chainId: CHAIN_ID,
  account: ACCOUNT,
  now: NOW,
  router: ROUTER,
  vaults: [VAULT, SECOND_VAULT],
  assets: [USDC.address],
};

/** A 32-byte word of calldata from a number or an address. */
function word(value: bigint | Address): string {
  return (typeof value === "bigint" ? value.toString(16) : value.slice(2).toLowerCase()).padStart(64, "0");
}

/** A call with calldata of a selector and words. */
export function callOf(call: {
  readonly to: Address;
  readonly selector: Hex;
  readonly words: readonly (bigint | Address)[];
  readonly value?: bigint;
}): Call {
  const calldata: Hex = `0x${call.selector.slice(2)}${call.words.map(word).join("")}`;
  return { to: call.to, functionName: "any", arguments: [], value: call.value ?? 0n, calldata };
}

/** depositMany(asset, assets, [(vault, 10,000)], controller, permit, false). */
export function depositManyCall(options: { readonly assets?: bigint; readonly controller?: Address } = {}): Call {
  const { assets = ASSETS, controller = ACCOUNT } = options;
  const allocation = [1n, VAULT, 10_000n] as const;
  const permit = [NOW + 900n, 0n, 0n, 0n] as const;
  const head = [USDC.address, assets, 9n * 32n, controller, ...permit, 0n] as const;
  return callOf({ to: ROUTER, selector: "0xf95340ba", words: [...head, ...allocation] });
}

export function approveStep(options: { readonly spender?: Address; readonly amount?: bigint } = {}): Step {
  const { spender = ROUTER, amount = ASSETS } = options;
  const call = callOf({ to: USDC.address, selector: "0x095ea7b3", words: [spender, amount] });
  return { kind: "approve", token: USDC, spender, amount, call };
}

export function permitStep(options: { readonly value?: bigint; readonly deadline?: bigint } = {}): Step {
  const { value = ASSETS, deadline = NOW + 900n } = options;
  return {
    kind: "permit",
    token: USDC,
    domain: { name: "USD Coin", version: "2", chainId: CHAIN_ID, verifyingContract: USDC.address },
    message: { owner: ACCOUNT, spender: ROUTER, value, nonce: 0n, deadline: unixSeconds(deadline) },
  };
}

export const DEPOSIT: OwnIntent = {
  kind: "deposit",
  parts: [{ vault: { address: VAULT, name: "ETH put vault" }, assets: ASSETS }],
  asset: USDC,
  assets: ASSETS,
  isPaidInCoin: false,
  storesAllocation: false,
};

export const REDEEM: OwnIntent = {
  kind: "redeem",
  parts: [{ vault: { address: VAULT, name: "ETH put vault" }, share: SHARE, shares: shares(7n * 10n ** 18n) }],
};

/** A deposit of 1,500 USDC; by default with one permit. */
export function depositPlan(changes: Partial<TransactionPlan> = {}): TransactionPlan {
  return {
    id: "plan-1",
    chainId: CHAIN_ID,
    account: ACCOUNT,
    blockNumber: 100n,
    blockTimestamp: NOW,
    intent: DEPOSIT,
    steps: [permitStep(), { kind: "act", call: depositManyCall() }],
    expectedMovements: [
      { account: ACCOUNT, token: USDC.address, symbol: "USDC", decimals: 6, delta: -ASSETS },
      { account: VAULT, token: USDC.address, symbol: "USDC", decimals: 6, delta: ASSETS },
    ],
    allowanceLeft: [{ token: USDC, spender: ROUTER, amount: 0n }],
    consequences: [{ kind: "executesAt", at: unixSeconds(NOW + 86_400n), isFixed: true }],
    ...changes,
  };
}

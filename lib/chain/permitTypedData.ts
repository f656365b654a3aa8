import type { PermitStep } from "@/lib/transaction/TransactionPlan";

/** The type of EIP-2612's message. */
export const PERMIT_TYPES = {
  Permit: [
    { name: "owner", type: "address" },
    { name: "spender", type: "address" },
    { name: "value", type: "uint256" },
    { name: "nonce", type: "uint256" },
    { name: "deadline", type: "uint256" },
  ],
} as const;

/** EIP-2612's message as it is put to a wallet: the type is the standard's, domain and message are the plan's as they were shown. */
export function permitTypedData({ domain, message }: PermitStep) {
  return { domain, primaryType: "Permit", types: PERMIT_TYPES, message } as const;
}

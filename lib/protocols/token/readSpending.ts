import { domainSeparator } from "viem";
import { erc20PermitAbi } from "@/contracts-abi/Erc20Permit";
import type { ChainSource } from "@/lib/chain/ChainSource";
import { contractRead, orNull } from "@/lib/chain/ContractRead";
import type { ReadValues } from "@/lib/chain/pinnedReader";
import type { PermitDomain } from "@/lib/transaction/TransactionPlan";
import type { Address, Token } from "@/lib/vault/Token";
import type { SpendingFacts } from "../plan/PlanContext";

/** A token, whose it is, and who is to take it. */
export type Spending = { readonly token: Token; readonly account: Address; readonly spender: Address };

/** Reads what a token says about being spent. */
export async function readSpending(
  { reader, deployment }: Pick<ChainSource, "reader" | "deployment">,
  spending: Spending,
): Promise<SpendingFacts> {
  const { values } = await reader.read(spendingReads(spending));
  const { token } = spending;
  return { token, allowance: values.allowance, permit: permitOf(values, token, deployment.chainId) };
}

function spendingReads({ token: { address }, account, spender }: Spending) {
  const token = { address, abi: erc20PermitAbi } as const;
  return {
    allowance: contractRead({ ...token, functionName: "allowance", args: [account, spender] }),
    nonce: orNull(contractRead({ ...token, functionName: "nonces", args: [account] })),
    separator: orNull(contractRead({ ...token, functionName: "DOMAIN_SEPARATOR" })),
    domain: orNull(contractRead({ ...token, functionName: "eip712Domain" })),
    name: orNull(contractRead({ ...token, functionName: "name" })),
    version: orNull(contractRead({ ...token, functionName: "version" })),
  };
}

type SpendingValues = ReadValues<ReturnType<typeof spendingReads>>;

/**
 * The domain under which the token takes permits, proven by its own separator: name and version as it tells them, else
 * version 1 as most do. Null when the token has no permit, or hashes under a domain that nobody could show.
 */
function permitOf(values: SpendingValues, token: Token, chainId: number): SpendingFacts["permit"] {
  const { nonce, separator, domain, name, version } = values;
  if (nonce === null || separator === null) return null;
  const candidates: readonly (readonly [string | null | undefined, string | null | undefined])[] = [
    [domain?.[1], domain?.[2]],
    [name, version],
    [name, "1"],
  ];
  for (const [candidateName, candidateVersion] of candidates) {
    if (!candidateName || !candidateVersion) continue;
    const found = { name: candidateName, version: candidateVersion, chainId, verifyingContract: token.address };
    if (separatorOf(found) === separator) return { domain: found, nonce };
  }
  return null;
}

function separatorOf(domain: PermitDomain): string {
  return domainSeparator({ domain });
}

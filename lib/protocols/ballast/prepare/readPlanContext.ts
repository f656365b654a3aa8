import { domainSeparator } from "viem";
import { erc20PermitAbi } from "@/contracts-abi/Erc20Permit";
import type { ChainSource } from "@/lib/chain/ChainSource";
import { contractRead, orNull } from "@/lib/chain/ContractRead";
import type { ReadValues } from "@/lib/chain/pinnedReader";
import type { Intent } from "@/lib/transaction/Intent";
import type { PermitDomain } from "@/lib/transaction/TransactionPlan";
import type { Address, Token } from "@/lib/vault/Token";
import { readVaults } from "../read/readVaults";
import type { PlanContext, SpendingFacts } from "./PlanContext";

/** Who plans, where the wallet is, and where the plan's id comes from. */
export type Planner = Pick<PlanContext, "account" | "walletChainId" | "isSafe"> & { readonly newId: () => string };

/** Reads all that a plan is made from, at one block. */
export async function readPlanContext(source: ChainSource, intent: Intent, planner: Planner): Promise<PlanContext> {
  const [vaults, spending, { block }] = await Promise.all([
    readVaults(source, judgedVaults(intent)),
    Promise.all(spentTokens(intent).map((token) => readSpending(source, token, planner.account))),
    source.reader.read({}),
  ]);
  const { account, walletChainId, isSafe = false } = planner;
  const { deployment } = source;
  return { id: planner.newId(), account, walletChainId, isSafe, deployment, block, vaults, spending };
}

/** Vaults whose dates and terms the plan tells: what is claimed or taken back asks nothing of a vault's state. */
function judgedVaults(intent: Intent): readonly Address[] {
  const isRequest = intent.kind === "deposit" || intent.kind === "redeem";
  return isRequest ? intent.parts.map(({ vault }) => vault.address) : [];
}

/** Tokens that go through the router: the deposit's asset, and the shares when several vaults are left at once. */
function spentTokens(intent: Intent): readonly Token[] {
  if (intent.kind === "deposit") return intent.isPaidInCoin ? [] : [intent.asset];
  return intent.kind === "redeem" && intent.parts.length > 1 ? intent.parts.map(({ share }) => share) : [];
}

async function readSpending(source: ChainSource, token: Token, account: Address): Promise<SpendingFacts> {
  const router = source.deployment.addresses.strategyRouter;
  const { values } = await source.reader.read(spendingReads(token.address, account, router));
  return { token, allowance: values.allowance, permit: permitOf(values, token, source.deployment.chainId) };
}

function spendingReads(address: Address, account: Address, router: Address) {
  const token = { address, abi: erc20PermitAbi } as const;
  return {
    allowance: contractRead({ ...token, functionName: "allowance", args: [account, router] }),
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

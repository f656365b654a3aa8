import type { ChainSource } from "@/lib/chain/ChainSource";
import type { OwnIntent } from "@/lib/transaction/Intent";
import type { Address, Token } from "@/lib/vault/Token";
import type { PlanContext } from "../../plan/PlanContext";
import { readSpending } from "../../token/readSpending";
import { readVaults } from "../read/readVaults";

/** Who plans, where the wallet is, and where the plan's id comes from. */
export type Planner = Pick<PlanContext, "account" | "walletChainId" | "isSafe"> & { readonly newId: () => string };

/** Reads all that a plan is made from, at one block. */
export async function readPlanContext(source: ChainSource, intent: OwnIntent, planner: Planner): Promise<PlanContext> {
  const spender = source.deployment.addresses.strategyRouter;
  const [vaults, spending, { block }] = await Promise.all([
    readVaults(source, judgedVaults(intent)),
    Promise.all(spentTokens(intent).map((token) => readSpending(source, { token, account: planner.account, spender }))),
    source.reader.read({}),
  ]);
  const { account, walletChainId, isSafe = false } = planner;
  const { deployment } = source;
  return { id: planner.newId(), account, walletChainId, isSafe, deployment, block, vaults, spending };
}

/** Vaults whose dates and terms the plan tells: what is claimed or taken back asks nothing of a vault's state. */
function judgedVaults(intent: OwnIntent): readonly Address[] {
  const isRequest = intent.kind === "deposit" || intent.kind === "redeem";
  return isRequest ? intent.parts.map(({ vault }) => vault.address) : [];
}

/** Tokens that go through the router: the deposit's asset, and the shares when several vaults are left at once. */
function spentTokens(intent: OwnIntent): readonly Token[] {
  if (intent.kind === "deposit") return intent.isPaidInCoin ? [] : [intent.asset];
  return intent.kind === "redeem" && intent.parts.length > 1 ? intent.parts.map(({ share }) => share) : [];
}

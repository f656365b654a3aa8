import type { Abi } from "viem";
import { quoteBookAbi } from "@/contracts-abi/QuoteBook";
import { settlementOracleAbi } from "@/contracts-abi/SettlementOracle";
import { strategyVaultAbi } from "@/contracts-abi/StrategyVault";
import { tokenAmount } from "@/lib/units/TokenAmount";
import type { Address } from "@/lib/vault/Token";
import type { KeeperSigner } from "../chain/KeeperChain";
import type { KeeperView, VaultView } from "../chain/readKeeperState";
import { planQuote } from "../maker/planQuote";
import type { EpochStep, ProvableEvidence, WaitReason } from "../plan/KeeperState";
import { planEpoch } from "../plan/planEpoch";
import type { Keeper } from "./Keeper";

/** A transaction that a keeper wants. Two wishes with one key are the same wish. */
export type KeeperAction = {
  readonly key: string;
  readonly kind: string;
  readonly vault: Address;
  readonly signer: KeeperSigner;
  readonly call: {
    readonly address: Address;
    readonly abi: Abi;
    readonly functionName: string;
    readonly args: readonly unknown[];
  };
};

/** A vault for which nothing is to be done, and until when. */
export type KeeperWait = { readonly vault: Address; readonly reason: WaitReason; readonly until: bigint | null };

/** What a keeper wants on the state of one block. */
export type KeeperWishes = { readonly actions: readonly KeeperAction[]; readonly waits: readonly KeeperWait[] };

/** Plans every vault and every maker of a keeper on one view. Pure but for the signers it carries along. */
export function planActions(keeper: Keeper, view: KeeperView): KeeperWishes {
  const actions = new Map<string, KeeperAction>();
  const waits: KeeperWait[] = [];
  for (const vault of view.vaults) {
    const wish = keeper.roller && rollWish({ keeper, signer: keeper.roller, vault, view });
    if (wish !== null && "reason" in wish) waits.push(wish);
    else if (wish !== null) actions.set(wish.key, wish);
    for (const quote of quoteWishes(keeper, vault, view)) actions.set(quote.key, quote);
  }
  return { actions: [...actions.values()], waits };
}

type RollInput = {
  readonly keeper: Keeper;
  readonly signer: KeeperSigner;
  readonly vault: VaultView;
  readonly view: KeeperView;
};

function rollWish({ keeper, signer, vault, view }: RollInput): KeeperAction | KeeperWait {
  const mayOpen = signer.account.address.toLowerCase() === vault.curator.toLowerCase();
  const { state, market } = vault;
  const step = planEpoch({ state, market, policy: { ...keeper.policy, mayOpen }, now: view.now });
  if (step.kind === "wait") return { vault: state.address, reason: step.reason, until: step.until };
  const call = callOf(step, vault, keeper);
  const subject =
    step.kind === "proveSettlement"
      ? `${state.underlying.address}:${state.quote.address}:${step.expiry}`
      : state.address;
  const key = `${step.kind}:${subject}:${state.epoch.number}:${state.idleSince}`;
  return { key, kind: step.kind, vault: state.address, signer, call };
}

function callOf(
  step: Exclude<EpochStep, { kind: "wait" }>,
  { state }: VaultView,
  { targets }: Keeper,
): KeeperAction["call"] {
  const vault = { address: state.address, abi: strategyVaultAbi } as const;
  switch (step.kind) {
    case "open":
      return { ...vault, functionName: "openEpoch", args: [step.strikes, step.expiry, step.floorPerUnit] };
    case "settle":
      return { ...vault, functionName: "settleEpoch", args: [] };
    case "closeEmpty":
      return { ...vault, functionName: "closeEmptyEpoch", args: [] };
    case "clear":
      return { address: targets.quoteBook, abi: quoteBookAbi, functionName: "clear", args: [state.address] };
    case "proveSettlement": {
      const oracle = { address: targets.oracle, abi: settlementOracleAbi } as const;
      const key = [state.underlying.address, state.quote.address, step.expiry, step.evidence.roundId] as const;
      return { ...oracle, ...settlementCall(step.evidence, key) };
    }
  }
}

function settlementCall(
  evidence: ProvableEvidence,
  key: readonly unknown[],
): Pick<KeeperAction["call"], "functionName" | "args"> {
  if (evidence.kind === "lastRound") {
    return { functionName: "settleFromLastRound", args: [...key, evidence.feed === "second"] };
  }
  return { functionName: evidence.feed === "first" ? "settle" : "settleFromSecondFeed", args: key };
}

function quoteWishes(keeper: Keeper, vault: VaultView, view: KeeperView): readonly KeeperAction[] {
  const { state, market, quoting, makerBalances } = vault;
  return keeper.makers.flatMap(({ profile, signer }) => {
    const maker = signer.account.address;
    const balance = makerBalances.get(maker) ?? tokenAmount(0n);
    const plan = planQuote({ state, market, profile, maker, balance, quoting, now: view.now });
    if (plan.kind === "none") return [];
    const call = {
      address: keeper.targets.quoteBook,
      abi: quoteBookAbi,
      functionName: "postQuote",
      args: [state.address, plan.size, plan.legPrices, plan.deadline],
    };
    const key = `quote:${state.address}:${state.epoch.number}:${maker}`;
    return [{ key, kind: "quote", vault: state.address, signer, call }];
  });
}

import { quoteBookAbi } from "@/contracts-abi/QuoteBook";
import { type TokenAmount, tokenAmount } from "@/lib/units/TokenAmount";
import { type UnixSeconds, unixSeconds } from "@/lib/units/UnixSeconds";
import type { Address } from "@/lib/vault/Token";
import type { KeeperMarket, VaultState } from "../plan/KeeperState";
import type { KeeperReader, KeeperTargets, PinnedReads } from "./KeeperChain";
import { readEvidence } from "./readEvidence";
import { readFillsVolatility } from "./readFillsVolatility";
import { readRealisedVolatility, type VolatilityReadings } from "./readRealisedVolatility";
import { readSpot } from "./readSpot";
import { readVaultState } from "./readVaultState";

/** Everything that a keeper decides on for one vault, as of one block. */
export type VaultView = {
  readonly state: VaultState;
  readonly market: KeeperMarket;
  readonly curator: Address;
  /** Makers that quote in the open sale. */
  readonly quoting: readonly Address[];
  /** Free balance in the quote book, in the vault's asset, of each maker asked for. */
  readonly makerBalances: ReadonlyMap<Address, TokenAmount>;
};

/** All vaults as of one block, and the block's time: the only clock a keeper knows. */
export type KeeperView = {
  readonly blockNumber: bigint;
  readonly now: UnixSeconds;
  readonly vaults: readonly VaultView[];
};

/** Reads every vault of the targets at the newest block. */
export async function readKeeperState(
  reader: KeeperReader,
  targets: KeeperTargets,
  makers: readonly Address[],
): Promise<KeeperView> {
  const block = await reader.getBlock();
  const pinned = { reader, targets, blockNumber: block.number, now: unixSeconds(block.timestamp) };
  const readings: VolatilityReadings = new Map();
  const vaults = await Promise.all(targets.vaults.map((vault) => readVaultView(pinned, vault, { makers, readings })));
  return { blockNumber: block.number, now: pinned.now, vaults };
}

type ViewInput = { readonly makers: readonly Address[]; readonly readings: VolatilityReadings };

async function readVaultView(pinned: PinnedReads, vault: Address, { makers, readings }: ViewInput): Promise<VaultView> {
  const { reader, targets, blockNumber } = pinned;
  const { state, curator } = await readVaultState(pinned, vault);
  const book = { address: targets.quoteBook, abi: quoteBookAbi, blockNumber } as const;
  const [spot, impliedVolatility, realisedVolatility, evidence, quotes, ...balances] = await Promise.all([
    readSpot(pinned, state),
    readFillsVolatility(pinned, state),
    readRealisedVolatility(pinned, state, readings),
    readEvidence(pinned, state),
    reader.readContract({ ...book, functionName: "quotesOf", args: [vault, BigInt(state.epoch.number)] }),
    ...makers.map((maker) =>
      reader.readContract({ ...book, functionName: "balanceOf", args: [maker, state.asset.address] }),
    ),
  ]);
  return {
    state,
    curator,
    market: { spot, impliedVolatility, realisedVolatility, evidence },
    quoting: quotes.map((quote) => quote.maker),
    makerBalances: new Map(makers.map((maker, index) => [maker, tokenAmount(balances[index] ?? 0n)])),
  };
}

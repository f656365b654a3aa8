import { quoteBookAbi } from "@/contracts-abi/QuoteBook";
import { type TokenAmount, tokenAmount } from "@/lib/units/TokenAmount";
import { type UnixSeconds, unixSeconds } from "@/lib/units/UnixSeconds";
import type { Address } from "@/lib/vault/Token";
import type { KeeperMarket, VaultState } from "../plan/KeeperState";
import type { KeeperReader, KeeperTargets, PinnedReads } from "./KeeperChain";
import type { OptionMarket } from "./OptionMarket";
import { readEvidence } from "./readEvidence";
import { readFillsVolatility } from "./readFillsVolatility";
import { readQuotedVolatilities } from "./readQuotedVolatilities";
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

/** What a keeper reads, and for which makers. */
export type KeeperReads = {
  readonly targets: KeeperTargets;
  readonly makers: readonly Address[];
  /** Null: nobody quotes options here. */
  readonly optionMarket: OptionMarket | null;
};

/** Reads every vault of the targets at the newest block. */
export async function readKeeperState(
  reader: KeeperReader,
  { targets, makers, optionMarket }: KeeperReads,
): Promise<KeeperView> {
  const block = await reader.getBlock();
  const pinned = { reader, targets, blockNumber: block.number, now: unixSeconds(block.timestamp) };
  const readings: VolatilityReadings = new Map();
  const vaults = await Promise.all(
    targets.vaults.map((vault) => readVaultView(pinned, vault, { makers, optionMarket, readings })),
  );
  return { blockNumber: block.number, now: pinned.now, vaults };
}

type ViewInput = Omit<KeeperReads, "targets"> & { readonly readings: VolatilityReadings };

async function readVaultView(pinned: PinnedReads, vault: Address, input: ViewInput): Promise<VaultView> {
  const { makers, optionMarket, readings } = input;
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
  const quoted = await readQuotedVolatilities(pinned, state, { optionMarket, spot });
  return {
    state,
    curator,
    market: { spot, quoted, impliedVolatility, realisedVolatility, evidence },
    quoting: quotes.map((quote) => quote.maker),
    makerBalances: new Map(makers.map((maker, index) => [maker, tokenAmount(balances[index] ?? 0n)])),
  };
}

import { erc20PermitAbi } from "@/contracts-abi/Erc20Permit";
import { strategyPolicyAbi } from "@/contracts-abi/StrategyPolicy";
import { strategyVaultAbi } from "@/contracts-abi/StrategyVault";
import { mapTerms } from "@/lib/protocols/ballast/read/mapTerms";
import { bps } from "@/lib/units/Bps";
import { price8 } from "@/lib/units/Price8";
import { shares } from "@/lib/units/Shares";
import { tokenAmount } from "@/lib/units/TokenAmount";
import { unixSeconds } from "@/lib/units/UnixSeconds";
import { wad } from "@/lib/units/Wad";
import type { Epoch, Phase } from "@/lib/vault/Epoch";
import type { Address, Token } from "@/lib/vault/Token";
import type { StrategyLeg } from "@/lib/vault/Vault";
import type { VaultState } from "../plan/KeeperState";
import type { PinnedReads } from "./KeeperChain";

const PHASES: readonly Phase[] = ["idle", "selling", "live"];

/** One vault and who may open its epochs, from two multicalls at the pinned block. */
export async function readVaultState(
  { reader, blockNumber }: PinnedReads,
  vault: Address,
): Promise<{ readonly state: VaultState; readonly curator: Address }> {
  const contract = { address: vault, abi: strategyVaultAbi } as const;
  const [asset, underlying, quote, policy, epoch, terms, totalAssets, pending, idleSince] = await reader.multicall({
    allowFailure: false,
    blockNumber,
    contracts: [
      { ...contract, functionName: "asset" },
      { ...contract, functionName: "underlying" },
      { ...contract, functionName: "quote" },
      { ...contract, functionName: "policy" },
      { ...contract, functionName: "epoch" },
      { ...contract, functionName: "terms" },
      { ...contract, functionName: "totalAssets" },
      { ...contract, functionName: "pendingTotals" },
      { ...contract, functionName: "idleSince" },
    ],
  });
  const rules = { address: policy, abi: strategyPolicyAbi } as const;
  const [templates, bounds, curator, nextTerms] = await reader.multicall({
    allowFailure: false,
    blockNumber,
    contracts: [
      { ...rules, functionName: "legs" },
      { ...rules, functionName: "bounds" },
      { ...rules, functionName: "curator" },
      { ...rules, functionName: "terms" },
    ],
  });
  const legs = templates.map((leg, index): StrategyLeg => {
    const bound = bounds[index] ?? { minMoneynessBps: 0, maxMoneynessBps: 0 };
    return {
      isPut: leg.isPut,
      side: leg.isLong ? 1 : -1,
      ratio: wad(leg.ratio),
      minMoneyness: bps(BigInt(bound.minMoneynessBps)),
      maxMoneyness: bps(BigInt(bound.maxMoneynessBps)),
    };
  });
  const token = (address: Address) => readToken({ reader, blockNumber }, address);
  const [assetToken, underlyingToken, quoteToken] = await Promise.all([token(asset), token(underlying), token(quote)]);
  return {
    curator,
    state: {
      address: vault,
      asset: assetToken,
      underlying: underlyingToken,
      quote: quoteToken,
      legs,
      terms: mapTerms(terms),
      nextTerms: mapTerms(nextTerms),
      totalAssets: tokenAmount(totalAssets),
      pendingDepositAssets: tokenAmount(pending[0]),
      pendingRedeemShares: shares(pending[1]),
      idleSince: unixSeconds(idleSince),
      epoch: toEpoch(epoch, legs),
    },
  };
}

/** The epoch as the vault's view returns it. */
type RawEpoch = {
  readonly number: bigint;
  readonly phase: number;
  readonly cleared: boolean;
  readonly openedAt: bigint;
  readonly saleEnd: bigint;
  readonly clearEnd: bigint;
  readonly expiry: bigint;
  readonly sizeOffered: bigint;
  readonly sizeSold: bigint;
  readonly floorPerUnit: bigint;
  readonly spotAtOpen: bigint;
  readonly assetsAtOpen: bigint;
  readonly premium: bigint;
  readonly strikes: readonly bigint[];
  readonly seriesIds: readonly bigint[];
};

function toEpoch(raw: RawEpoch, legs: readonly StrategyLeg[]): Epoch {
  return {
    number: Number(raw.number),
    phase: PHASES[raw.phase] ?? "idle",
    isCleared: raw.cleared,
    openedAt: unixSeconds(raw.openedAt),
    saleEnd: unixSeconds(raw.saleEnd),
    clearEnd: unixSeconds(raw.clearEnd),
    expiry: unixSeconds(raw.expiry),
    sizeOffered: wad(raw.sizeOffered),
    sizeSold: wad(raw.sizeSold),
    floorPerUnit: tokenAmount(raw.floorPerUnit),
    spotAtOpen: price8(raw.spotAtOpen),
    assetsAtOpen: tokenAmount(raw.assetsAtOpen),
    premium: raw.premium,
    legs: raw.strikes.flatMap((strike, index) => {
      const leg = legs[index];
      const seriesId = raw.seriesIds[index];
      if (leg === undefined || seriesId === undefined) return [];
      return [{ isPut: leg.isPut, side: leg.side, ratio: leg.ratio, strike: price8(strike), seriesId }];
    }),
  };
}

const tokens = new Map<Address, Token>();

async function readToken(
  { reader, blockNumber }: Pick<PinnedReads, "reader" | "blockNumber">,
  address: Address,
): Promise<Token> {
  const known = tokens.get(address);
  if (known !== undefined) return known;
  const contract = { address, abi: erc20PermitAbi } as const;
  const [symbol, decimals] = await reader.multicall({
    allowFailure: false,
    blockNumber,
    contracts: [
      { ...contract, functionName: "symbol" },
      { ...contract, functionName: "decimals" },
    ],
  });
  const token: Token = { address, symbol, decimals };
  tokens.set(address, token);
  return token;
}

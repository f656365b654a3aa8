import type { PinnedBlock } from "@/lib/chain/takeSnapshot";
import type { Deployment, DeploymentFeed, DeploymentVault } from "@/lib/config/Deployment";
import { GarbledAnswerError } from "@/lib/errors/chainErrors";
import { cleanTokenText } from "@/lib/format/cleanTokenText";
import { bps } from "@/lib/units/Bps";
import { shares } from "@/lib/units/Shares";
import { tokenAmount } from "@/lib/units/TokenAmount";
import { unixSeconds } from "@/lib/units/UnixSeconds";
import { wad } from "@/lib/units/Wad";
import type { Token } from "@/lib/vault/Token";
import type { StrategyLeg, Vault, VaultContracts } from "@/lib/vault/Vault";
import { mapToken } from "../../token/mapToken";
import { mapEpoch } from "./mapEpoch";
import { mapSpot } from "./mapSpot";
import { currentTerms } from "./mapTerms";
import type { VaultValues } from "./vaultReads";

/** Where the values are from: the deployment, the vault's entry in it, the block. */
export type VaultOrigin = {
  readonly deployment: Deployment;
  readonly entry: DeploymentVault;
  /** The feed that was read. */
  readonly feed: DeploymentFeed;
  readonly block: PinnedBlock;
};

/**
 * The contracts' values → the screens' `Vault`. A vault whose own addresses are not the deployment's is refused: its
 * numbers would be somebody else's.
 */
export function mapVault(values: VaultValues, origin: VaultOrigin): Vault {
  const { deployment, entry, block } = origin;
  expectSameContracts(values, origin);
  const underlying = mapToken(entry.underlying, values.underlyingSymbol, values.underlyingDecimals);
  const legs = mapLegs(values);
  const epoch = mapEpoch(values.epoch, legs);
  return {
    chainId: deployment.chainId,
    address: entry.address,
    blockNumber: block.number,
    blockTimestamp: block.timestamp,
    name: cleanTokenText(values.name),
    share: mapToken(entry.address, values.symbol, values.decimals),
    asset: mapToken(entry.asset, values.assetSymbol, values.assetDecimals),
    underlying,
    underlyingSymbol: coinName(underlying, origin.feed),
    quote: mapToken(entry.quote, values.quoteSymbol, values.quoteDecimals),
    legs,
    terms: currentTerms(epoch.phase, { inForce: values.termsInForce, next: values.nextTerms }),
    totalAssets: tokenAmount(values.totalAssets),
    totalShares: shares(values.totalSupply),
    sharePrice: wad(values.sharePrice),
    highWaterMark: wad(values.highWaterMark),
    pendingDepositAssets: tokenAmount(values.pendingTotals[0]),
    pendingRedeemShares: shares(values.pendingTotals[1]),
    isDepositPaused: values.depositsPaused,
    epoch,
    idleSince: unixSeconds(values.idleSince),
    spot: mapSpot(values, { feed: origin.feed.feed, epoch, block }),
    contracts: mapContracts(values, deployment),
  };
}

function expectSameContracts(values: VaultValues, { deployment, entry }: VaultOrigin): void {
  const pairs = [
    [values.policy, entry.policy, "policy"],
    [values.asset, entry.asset, "asset"],
    [values.underlying, entry.underlying, "underlying"],
    [values.quote, entry.quote, "quote"],
    [values.clearinghouse, deployment.addresses.clearinghouse, "clearinghouse"],
    [values.quoteBook, deployment.addresses.quoteBook, "quoteBook"],
  ] as const;
  for (const [found, expected, subject] of pairs) {
    if (found.toLowerCase() !== expected.toLowerCase()) throw new GarbledAnswerError(`${subject} of ${entry.address}`);
  }
}

/** The coin whose price the pair's feed tells, as its description has it: "ETH / USD" for WETH, "BTC / USD" for cbBTC. */
function coinName(underlying: Token, { description }: DeploymentFeed): string {
  return /^([A-Za-z]\w{0,9}) \/ /.exec(description)?.[1] ?? underlying.symbol;
}

function mapLegs(values: VaultValues): readonly StrategyLeg[] {
  return values.legs.map((leg, index) => {
    const bounds = values.bounds[index];
    if (!bounds) throw new GarbledAnswerError("bounds");
    return {
      isPut: leg.isPut,
      side: leg.isLong ? 1 : -1,
      ratio: wad(leg.ratio),
      minMoneyness: bps(BigInt(bounds.minMoneynessBps)),
      maxMoneyness: bps(BigInt(bounds.maxMoneynessBps)),
    };
  });
}

function mapContracts(values: VaultValues, { addresses }: Deployment): VaultContracts {
  const isTimelock = values.owner.toLowerCase() === addresses.timelock.toLowerCase();
  return {
    policy: values.policy,
    clearinghouse: values.clearinghouse,
    quoteBook: values.quoteBook,
    oracle: addresses.settlementOracle,
    router: addresses.strategyRouter,
    owner: values.owner,
    ownerDelaySeconds: isTimelock ? Number(values.ownerDelay) : null,
    curator: values.curator,
    guardian: values.guardian,
  };
}

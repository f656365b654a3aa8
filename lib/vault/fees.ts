import { BPS, type Bps } from "@/lib/units/Bps";
import { mulDiv } from "@/lib/units/rounding";
import { type Shares, shares } from "@/lib/units/Shares";
import { type TokenAmount, tokenAmount } from "@/lib/units/TokenAmount";
import { SECONDS_PER_YEAR, type UnixSeconds } from "@/lib/units/UnixSeconds";
import { WAD, type Wad } from "@/lib/units/Wad";
import { assetScale, type Backing, VIRTUAL_SHARES } from "./sharePrice";

/** Fees that a settlement takes, in the vault's asset, and the new shares by which it takes them. */
export type EpochFees = {
  readonly managementFee: TokenAmount;
  readonly performanceFee: TokenAmount;
  readonly feeShares: Shares;
};

/** What fees are counted from: the backing before fees, the mark, the rates, and the epoch's time (not beyond its end). */
export type EpochFeesInput = {
  readonly backing: Backing;
  readonly highWaterMark: Wad;
  readonly managementFee: Bps;
  readonly performanceFee: Bps;
  readonly openedAt: UnixSeconds;
  readonly endedAt: UnixSeconds;
};

/** The fees of one epoch, in the contract's order: first on time, then on the profit above the mark that is left. Twin of `VaultEpochs._takeFees`. */
export function feesOfEpoch(input: EpochFeesInput): EpochFees {
  const { backing } = input;
  const elapsed = input.endedAt - input.openedAt;
  const managementFee = managementFeeDown(backing.assets, input.managementFee, elapsed);
  const left = { ...backing, assets: tokenAmount(backing.assets - managementFee) };
  const performanceFee = performanceFeeDown(left, input.highWaterMark, input.performanceFee);
  const feeShares = feeSharesDown(backing, tokenAmount(managementFee + performanceFee));
  return { managementFee, performanceFee, feeShares };
}

function managementFeeDown(assets: TokenAmount, rate: Bps, elapsedSeconds: bigint): TokenAmount {
  const fee = mulDiv({ a: assets, b: rate * elapsedSeconds, denominator: BPS * BigInt(SECONDS_PER_YEAR) }, "down");
  return tokenAmount(fee < assets ? fee : assets);
}

function performanceFeeDown({ assets, supply, assetDecimals }: Backing, highWaterMark: Wad, rate: Bps): TokenAmount {
  const scale = assetScale(assetDecimals);
  const mark = mulDiv({ a: supply + VIRTUAL_SHARES, b: highWaterMark, denominator: WAD }, "up");
  const profit = assets * scale + VIRTUAL_SHARES - mark;
  return tokenAmount(profit <= 0n ? 0n : mulDiv({ a: profit, b: rate, denominator: BPS }, "down") / scale);
}

function feeSharesDown({ assets, supply, assetDecimals }: Backing, fee: TokenAmount): Shares {
  const scale = assetScale(assetDecimals);
  const denominator = (assets - fee) * scale + VIRTUAL_SHARES;
  return shares(mulDiv({ a: supply + VIRTUAL_SHARES, b: fee * scale, denominator }, "down"));
}

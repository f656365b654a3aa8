import { mulDiv } from "@/lib/units/rounding";
import { shares } from "@/lib/units/Shares";
import { tokenAmount } from "@/lib/units/TokenAmount";
import { WAD, wad } from "@/lib/units/Wad";
import type { PastEpoch } from "./Epoch";
import { sharePriceOf } from "./sharePrice";
import { pastEpoch } from "./vaultFixture";

/** What happened in an epoch, as parts of the assets in millionths, and the requests executed at its end. */
export type EpochStory = {
  readonly premium: number;
  readonly payout: number;
  readonly surplus?: number;
  readonly deposits?: bigint;
  /** Part of the shares that leaves, in millionths. */
  readonly redeemed?: number;
};

type Fees = { readonly managementBps: bigint; readonly performanceBps: bigint };

const MILLION = 1_000_000n;
const VIRTUAL = 10n ** 12n;
const WEEK = 604_800n;
const YEAR = 31_536_000n;
const DECIMALS = 6;
const SCALE = 10n ** 12n;

/** A vault's books between epochs, as the contract keeps them. */
type Books = { readonly assets: bigint; readonly supply: bigint; readonly price: bigint; readonly mark: bigint };

/**
 * The events of a vault that lived these epochs: the arithmetic of VaultEpochs and ShareMath step by step (fees as new
 * shares, rounded down; requests executed at the new price), in an asset of 6 decimals. Starts with 1,000,000 at a price of 1.
 */
export function livedHistory(stories: readonly EpochStory[], fees: Fees): readonly PastEpoch[] {
  const past: PastEpoch[] = [];
  let books: Books = { assets: 10n ** 12n, supply: 10n ** 24n, price: WAD, mark: WAD };
  for (const [index, story] of stories.entries()) {
    const settled = settle(books, story, fees);
    past.push(pastEpoch(index + 1, settled.books.price, settled.event));
    books = execute(settled.books, story);
  }
  return past;
}

function settle({ assets, supply, mark }: Books, story: EpochStory, fees: Fees) {
  const part = (millionths: number) => (assets * BigInt(millionths)) / MILLION;
  const premium = part(story.premium);
  const payout = part(story.payout);
  const surplus = part(story.surplus ?? 0);
  const after = assets + premium - payout + surplus;
  const management = (after * fees.managementBps * WEEK) / (10_000n * YEAR);
  const due = mulDiv({ a: supply + VIRTUAL, b: mark, denominator: WAD }, "up");
  const above = (after - management) * SCALE + VIRTUAL - due;
  const performance = above > 0n ? (above * fees.performanceBps) / 10_000n / SCALE : 0n;
  const fee = management + performance;
  const minted = ((supply + VIRTUAL) * fee * SCALE) / ((after - fee) * SCALE + VIRTUAL);
  const backing = { assets: tokenAmount(after), supply: shares(supply + minted), assetDecimals: DECIMALS };
  const price = sharePriceOf(backing, "down");
  const books = { assets: after, supply: supply + minted, price, mark: price > mark ? price : mark };
  const event: Partial<PastEpoch> = {
    assetsBefore: tokenAmount(assets),
    premium,
    payout: tokenAmount(payout),
    surplus: tokenAmount(surplus),
    managementFee: tokenAmount(management),
    performanceFee: tokenAmount(performance),
    highWaterMark: wad(books.mark),
  };
  return { books, event };
}

function execute({ assets, supply, price, mark }: Books, { deposits = 0n, redeemed = 0 }: EpochStory): Books {
  const leaving = (supply * BigInt(redeemed)) / MILLION;
  const paid = (leaving * price) / WAD / SCALE;
  const issued = (deposits * SCALE * WAD) / (price + 1n);
  return { assets: assets + deposits - paid, supply: supply + issued - leaving, price, mark };
}

import { price8ToNumber } from "@/lib/units/Price8";
import { shares } from "@/lib/units/Shares";
import { tokenAmount } from "@/lib/units/TokenAmount";
import type { Position } from "@/lib/vault/Position";
import { depositKind } from "@/lib/vault/vaultProduct";
import { bookValue } from "../bookValues";
import { type CoinMarket, holdingsBook } from "../holdingsBook";
import type { BookCoin, BookPart } from "../RiskBook";
import { type VaultHoldingInput, vaultHolding } from "../vaultHolding";

/** What of a vault is looked at: everything but who holds it. */
export type VaultUnitInput = Omit<VaultHoldingInput, "position"> & {
  /** The smile that may move along with the price, as the book has it. */
  readonly surface?: CoinMarket["surface"];
};

/** One dollar in a vault as its epoch stands. */
export type VaultUnit = {
  readonly part: BookPart;
  /** What the part's legs and coins are of, by the place in this list that a book would give it. */
  readonly coin: BookCoin;
  /** What the dollar is in: the options of the open epoch with their deposit, or the deposit asset alone while none are sold. */
  readonly basis: "options" | "cash";
  /** Dollars for one whole deposit asset. */
  readonly assetUsd: number;
  /** At the money of the options that it is in, annualised; null without options. */
  readonly volatility: number | null;
};

/** The dollar, or that nothing says what the vault's options are worth. */
export type VaultUnitResult =
  | { readonly ok: true; readonly unit: VaultUnit }
  | { readonly ok: false; readonly reason: "unpriced" };

/**
 * One dollar's worth of a vault, at today's values: pro rata of the open epoch's options and their deposit, plain deposit asset while no option
 * is held. A deposit made now joins at the end of the epoch; this is it as if it were in the vault's present position.
 */
export function vaultUnit({ surface = null, ...input }: VaultUnitInput): VaultUnitResult {
  const { vault } = input;
  const all = vaultHolding({ ...input, position: positionIn(vault, { shares: vault.totalShares }) });
  if (all.isUnpriced) return { ok: false, reason: "unpriced" };
  const basis = all.epochProfit !== null && all.valueUsd > 0 ? "options" : "cash";
  const one = tokenAmount(10n ** BigInt(vault.asset.decimals));
  const held =
    basis === "options" ? all : vaultHolding({ ...input, position: positionIn(vault, { pendingDepositAssets: one }) });
  const { coins, parts } = holdingsBook([held], () => ({ surface }));
  const [coin] = coins;
  const [part] = parts;
  if (coin === undefined || part === undefined) return { ok: false, reason: "unpriced" };
  const dollars = bookValue({ coins, parts });
  const assetUsd = depositKind(vault) === "underlying" ? price8ToNumber(vault.spot.price) : 1;
  const volatility = all.volatility?.ok ? all.volatility.headline : null;
  return { ok: true, unit: { part: scaledPart(part, 1 / dollars), coin, basis, assetUsd, volatility } };
}

/** A part of another size: everything in it in proportion. */
export function scaledPart(part: BookPart, factor: number): BookPart {
  return {
    ...part,
    coinUnits: factor * part.coinUnits,
    quoteUnits: factor * part.quoteUnits,
    legs: part.legs.map((leg) => ({ ...leg, size: factor * leg.size })),
  };
}

type Held = Partial<Pick<Position, "shares"> & Pick<Position["requests"], "pendingDepositAssets">>;

function positionIn(vault: VaultHoldingInput["vault"], { shares: held, pendingDepositAssets }: Held): Position {
  const [none, noShares] = [tokenAmount(0n), shares(0n)];
  return {
    vault: vault.address,
    owner: vault.address,
    shares: held ?? noShares,
    requests: {
      pendingDepositAssets: pendingDepositAssets ?? none,
      claimableDepositAssets: none,
      claimableDepositShares: noShares,
      refundableAssets: none,
      pendingRedeemShares: noShares,
      claimableRedeemShares: noShares,
      claimableRedeemAssets: none,
      refundableShares: noShares,
    },
    walletAssets: none,
    assetAllowance: none,
    shareAllowance: noShares,
  };
}

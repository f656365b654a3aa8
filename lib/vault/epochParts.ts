import type { TokenAmount } from "@/lib/units/TokenAmount";
import type { PastEpoch } from "./Epoch";

/** Where a settled epoch's money came from and went, in units of the deposit asset. */
export type EpochParts = {
  /** Negative when the vault paid for its options. */
  readonly premium: bigint;
  readonly payout: TokenAmount;
  /** Came back beyond the margin; almost always 0. */
  readonly surplus: TokenAmount;
  readonly managementFee: TokenAmount;
  readonly performanceFee: TokenAmount;
  /** What was left to depositors: premium − payout + surplus − both fees, exactly. */
  readonly net: bigint;
};

/** The amounts that make an epoch's parts. */
type PartsOf = Pick<PastEpoch, "premium" | "payout" | "surplus" | "managementFee" | "performanceFee">;

/**
 * The parts of one epoch as its events state them, with what they leave. Fees are charged as new shares: they leave the vault's
 * assets as they are, and take the depositors' part of them.
 */
export function epochParts({ premium, payout, surplus, managementFee, performanceFee }: PartsOf): EpochParts {
  const net = premium - payout + surplus - managementFee - performanceFee;
  return { premium, payout, surplus, managementFee, performanceFee, net };
}

/** The parts of several epochs, added up to the last unit; zeros for none. */
export function sumOfParts(parts: readonly EpochParts[]): EpochParts {
  const sum = (of: (part: EpochParts) => bigint) => parts.reduce((total, part) => total + of(part), 0n);
  return epochParts({
    premium: sum(({ premium }) => premium),
    payout: sum(({ payout }) => payout) as TokenAmount,
    surplus: sum(({ surplus }) => surplus) as TokenAmount,
    managementFee: sum(({ managementFee }) => managementFee) as TokenAmount,
    performanceFee: sum(({ performanceFee }) => performanceFee) as TokenAmount,
  });
}

/** The same in plain numbers: shares of the deposits, or dollars. */
export type PartNumbers = { readonly [Part in keyof EpochParts]: number };

/** Each part times a number, for display: 1 / assets makes shares of them. */
export function scaledParts(parts: EpochParts, factor: number): PartNumbers {
  return {
    premium: Number(parts.premium) * factor,
    payout: Number(parts.payout) * factor,
    surplus: Number(parts.surplus) * factor,
    managementFee: Number(parts.managementFee) * factor,
    performanceFee: Number(parts.performanceFee) * factor,
    net: Number(parts.net) * factor,
  };
}

/** Part by part, for display; zeros for none. */
export function sumOfPartNumbers(parts: readonly PartNumbers[]): PartNumbers {
  const sum = (of: (part: PartNumbers) => number) => parts.reduce((total, part) => total + of(part), 0);
  return {
    premium: sum(({ premium }) => premium),
    payout: sum(({ payout }) => payout),
    surplus: sum(({ surplus }) => surplus),
    managementFee: sum(({ managementFee }) => managementFee),
    performanceFee: sum(({ performanceFee }) => performanceFee),
    net: sum(({ net }) => net),
  };
}

import type { VaultFigures } from "./VaultFigures";

/** The premium to expect of one epoch as a share of the deposit, and where it is from. */
export type ExpectedPremium = {
  readonly share: number;
  readonly source: "sold" | "offered" | "average";
  readonly epochs: number;
};

/** This epoch's, else the average of those that were settled; null while nothing was ever sold or read. */
export function expectedPremium({ basis, premium, realised }: VaultFigures): ExpectedPremium | null {
  if (basis !== "none" && premium !== null) return { share: premium, source: basis, epochs: 1 };
  const epochs = realised?.epochs.length ?? 0;
  if (realised === null || epochs === 0) return null;
  return { share: realised.shares.premium / epochs, source: "average", epochs };
}

"use client";

import { useState } from "react";
import type { Option } from "@/components/ui/Option";
import { entryValue } from "@/lib/products/Product";
import type { Position } from "@/lib/vault/Position";
import { type Basis, basisOptions, basisUnits } from "./basisOptions";
import type { VaultFigures } from "./VaultFigures";

/** The amount that figures are told for, and what chooses another. */
export type ChosenBasis = {
  readonly options: readonly Option<Basis>[];
  readonly chosen: Basis;
  readonly choose: (basis: Basis) => void;
  /** Units of the product: deposit assets at the opening of the epoch. */
  readonly units: number;
  /** What they were worth at the opening, in dollars. */
  readonly depositUsd: number;
};

/** For which amount are figures told? Who leaves with all shares is told of the round amount again. */
export function useBasis(figures: VaultFigures, position: Position | null): ChosenBasis {
  const [wanted, choose] = useState<Basis>("round");
  const options = basisOptions(figures, position);
  const chosen = options.some(({ value }) => value === wanted) ? wanted : "round";
  const units = basisUnits(figures, chosen, position);
  return { options, chosen, choose, units, depositUsd: units * entryValue(figures.product, "usd") };
}

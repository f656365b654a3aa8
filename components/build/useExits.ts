"use client";

import { useMemo } from "react";
import type { MarketView } from "@/components/vault/Market";
import type { Vault } from "@/lib/vault/Vault";
import type { BuildFigures } from "./BuildFigures";
import { type Exits, exitsOf } from "./exits";

/** Where can this structure be had, and why not elsewhere? */
export function useExits(figures: BuildFigures, view: MarketView, vaults: readonly Vault[]): Exits {
  return useMemo(() => exitsOf(figures, view, vaults), [figures, view, vaults]);
}

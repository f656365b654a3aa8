"use client";

import { useMemo } from "react";
import { useCoinPrice } from "@/hooks/useCoinPrice";
import { useGasPrice } from "@/hooks/useGasPrice";
import { useTypedDeposit } from "@/hooks/useTypedDeposit";
import type { Position } from "@/lib/vault/Position";
import type { Address } from "@/lib/vault/Token";

/** What the costs rest on besides the vault: how much the reader has or types, and what gas and the coin cost. */
export type CostInputs = {
  readonly position: Position | null;
  readonly typed: string;
  /** Undefined while it is asked. */
  readonly weiPerGas: ReturnType<typeof useGasPrice>["data"];
  readonly coinUsd: ReturnType<typeof useCoinPrice>;
};

/** At what size does the reader look at a vault, and at what prices of the network? */
export function useCostInputs(vault: Address, position: Position | null): CostInputs {
  const typed = useTypedDeposit(vault);
  const { data: weiPerGas } = useGasPrice();
  const coinUsd = useCoinPrice();
  return useMemo(() => ({ position, typed, weiPerGas, coinUsd }), [position, typed, weiPerGas, coinUsd]);
}

import { queryOptions } from "@tanstack/react-query";
import type { ChainSource } from "@/lib/chain/ChainSource";
import type { Entity } from "./refreshedPerBlock";

/** Roles and limits change by announcement, days ahead: a minute old is new. */
const CONTROLS_STALE_MILLISECONDS = 60_000;

/** A gas price half a minute old is still one: it is shown as an estimate, and never signed. */
const GAS_PRICE_STALE_MILLISECONDS = 30_000;

/** What the chain says of who may change what, and of what it asks for a transaction now. Not refreshed with every block. */
export const controlQueries = {
  /** Owners, delays, roles and limits of all contracts. */
  all: (source: ChainSource) =>
    queryOptions({
      queryKey: ["controls" satisfies Entity, { chainId: source.deployment.chainId }] as const,
      queryFn: async () => {
        const { readControls } = await import("@/lib/protocols/ballast/read/readControls");
        return readControls(source);
      },
      staleTime: CONTROLS_STALE_MILLISECONDS,
    }),

  /** Wei per unit of gas. */
  gasPrice: (source: ChainSource) =>
    queryOptions({
      queryKey: ["gasPrice" satisfies Entity, { chainId: source.deployment.chainId }] as const,
      queryFn: async () => {
        const { readGasPrice } = await import("@/lib/chain/readGasPrice");
        return readGasPrice(source.client);
      },
      staleTime: GAS_PRICE_STALE_MILLISECONDS,
      refetchInterval: GAS_PRICE_STALE_MILLISECONDS,
    }),
};

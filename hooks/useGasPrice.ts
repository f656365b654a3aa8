"use client";

import { useQuery } from "@tanstack/react-query";
import { controlQueries } from "@/lib/queries/controlQueries";
import { useChainSource } from "./useChainSource";

/** What does a unit of gas cost now, in wei? */
export function useGasPrice() {
  return useQuery(controlQueries.gasPrice(useChainSource()));
}

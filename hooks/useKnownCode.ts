"use client";

import { useQuery } from "@tanstack/react-query";
import { codeQueries } from "@/lib/queries/codeQueries";
import { useChainSource } from "./useChainSource";

/** Is the code at the contracts' addresses the one that was published? */
export function useKnownCode() {
  return useQuery(codeQueries.known(useChainSource()));
}

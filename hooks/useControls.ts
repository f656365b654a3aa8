"use client";

import { useQuery } from "@tanstack/react-query";
import { controlQueries } from "@/lib/queries/controlQueries";
import { useChainSource } from "./useChainSource";

/** Who may change what, and how fast? */
export function useControls() {
  return useQuery(controlQueries.all(useChainSource()));
}

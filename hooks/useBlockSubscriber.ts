"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { followBlocks } from "./followBlocks";
import { useChainSource } from "./useChainSource";
import { usePageVisibility } from "./usePageVisibility";

/** The block subscriber of the page's chain: a new block refreshes all of its queries on screen. Mounted once; rests while the page is hidden. */
export function useBlockSubscriber(): void {
  const source = useChainSource();
  const queries = useQueryClient();
  const isVisible = usePageVisibility();
  // Synchronises with the chain: the query cache follows the newest block.
  useEffect(() => (isVisible ? followBlocks(source, queries) : undefined), [source, queries, isVisible]);
}

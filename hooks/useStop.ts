"use client";

import { type QueryKey, useQueryClient } from "@tanstack/react-query";

/** What stops a computation that comes in piece by piece, so that it keeps what it has? */
export function useStop(queryKey: QueryKey): () => void {
  const client = useQueryClient();
  return () => void client.cancelQueries({ queryKey, exact: true }, { revert: false });
}

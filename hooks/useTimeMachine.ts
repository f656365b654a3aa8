"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { askDevnet } from "@/lib/queries/askDevnet";
import { REFRESHED_PER_BLOCK } from "@/lib/queries/refreshedPerBlock";

/** How does the local chain get to the next expiry? `mutate()` jumps; pending while the epochs are settled and opened. */
export function useTimeMachine() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => askDevnet("time-machine", {}),
    onSettled: () =>
      Promise.all(REFRESHED_PER_BLOCK.map((entity) => queries.invalidateQueries({ queryKey: [entity] }))),
  });
}

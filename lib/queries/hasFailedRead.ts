import type { QueryClient } from "@tanstack/react-query";
import { REFRESHED_PER_BLOCK } from "./refreshedPerBlock";

/** Did the last read of something that is on screen and of a chain's newest block fail? One under way has not, until it does again. */
export function hasFailedRead(queries: QueryClient, chainId: number): boolean {
  const cache = queries.getQueryCache();
  return REFRESHED_PER_BLOCK.some((entity) =>
    cache
      .findAll({ queryKey: [entity, { chainId }], type: "active", fetchStatus: "idle" })
      .some(({ state }) => state.status === "error"),
  );
}

import { QueryClient } from "@tanstack/react-query";

/**
 * The app's cache. Reads are tried once more, because the transport has already asked every node; writes never are.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: 1, retryDelay: 500, refetchOnWindowFocus: false, refetchOnReconnect: false },
      mutations: { retry: false },
    },
  });
}

"use client";

import { keepPreviousData, skipToken, useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { pagePricingClient } from "@/lib/workers/pagePricingClient";
import type { PricingKind, PricingRequest } from "@/lib/workers/pricingProtocol";

/**
 * What does the pricing worker answer? Asks anew whenever the request's content changes and shows the last answer meanwhile; undefined asks
 * nothing. `isPending`: the answer to this very request is on its way. `ranOn`: the thread that computed what is shown.
 */
export function usePricingWorker<K extends PricingKind>(request: PricingRequest<K> | undefined) {
  const channel = useId();
  const {
    data: reply,
    error,
    isFetching,
  } = useQuery({
    queryKey: ["pricing", { channel, request }],
    queryKeyHashFn: (key) => JSON.stringify(key, (_, value) => (typeof value === "bigint" ? `${value}n` : value)),
    queryFn: request
      ? async () => (await pagePricingClient()).request(request.kind, request.input, { channel })
      : skipToken,
    placeholderData: keepPreviousData,
    // A pure function of its input: never stale. Kept for as long as a slider is likely to come back.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
    networkMode: "always",
    structuralSharing: false,
  });
  const answer = reply?.ok ? reply.output : undefined;
  const failure = reply && !reply.ok && reply.reason === "failed" ? reply.message : error?.message;
  return { answer, failure, isPending: isFetching, ranOn: reply?.ok ? reply.ranOn : undefined };
}

"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { pricingQueries } from "@/lib/queries/pricingQueries";
import type { PricingKind, PricingRequest } from "@/lib/workers/pricingProtocol";

/**
 * What does the pricing worker answer? Asks anew whenever the request's content changes and shows the last answer meanwhile; undefined asks
 * nothing. `isPending`: the answer to this very request is on its way. `ranOn`: the thread that computed what is shown.
 */
export function usePricingWorker<K extends PricingKind>(request: PricingRequest<K> | undefined) {
  const query = pricingQueries.answer(useId(), request);
  const { data: result, error, isFetching } = useQuery({ ...query, placeholderData: keepPreviousData });
  return { answer: result?.output, failure: error?.message, isPending: isFetching, ranOn: result?.ranOn };
}

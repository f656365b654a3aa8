"use client";

import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useId } from "react";
import { PricingFailedError } from "@/lib/errors/pricingErrors";
import { pricingQueries } from "@/lib/queries/pricingQueries";
import type { PricingKind, PricingRequest } from "@/lib/workers/pricingProtocol";

/**
 * What does the pricing worker answer? Asks anew whenever the request's content changes and shows the last answer meanwhile; undefined asks
 * nothing. `isPending`: the answer to this very request is on its way. `ranOn`: the thread that computed what is shown.
 *
 * `prepare` asks for what will be requested next, so that a screen is drawn once, with the answer, and not twice. It resolves to true when
 * the answer is there or has failed, and to false when something newer has been asked meanwhile.
 */
export function usePricingWorker<K extends PricingKind>(request: PricingRequest<K> | undefined) {
  const channel = useId();
  const queries = useQueryClient();
  const query = pricingQueries.answer(channel, request);
  const { data: result, error, isFetching } = useQuery({ ...query, placeholderData: keepPreviousData });
  const prepare = useCallback(
    (next: PricingRequest<K>) => queries.fetchQuery(pricingQueries.answer(channel, next)).then(isThere, isFailure),
    [queries, channel],
  );
  return { answer: result?.output, failure: error?.message, isPending: isFetching, ranOn: result?.ranOn, prepare };
}

const isThere = () => true;

const isFailure = (error: unknown) => !(error instanceof PricingFailedError && error.reason === "superseded");

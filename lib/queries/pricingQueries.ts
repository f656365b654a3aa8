import { queryOptions, skipToken } from "@tanstack/react-query";
import { PricingFailedError } from "@/lib/errors/pricingErrors";
import type { VolatilityQuote } from "@/lib/pricing/Calibration";
import type { FittedModel, FittedName } from "@/lib/pricing/fitModel";
import type { PricingThread } from "@/lib/workers/PricingRunner";
import { pagePricingClient } from "@/lib/workers/pagePricingClient";
import type { PricingKind, PricingOutput, PricingRequest } from "@/lib/workers/pricingProtocol";
import type { Entity } from "./refreshedPerBlock";

/** What the worker computed, and the thread that did. */
export type PricingResult<K extends PricingKind> = { readonly output: PricingOutput<K>; readonly ranOn: PricingThread };

/** A model for the quotes of one market at one time; `key` tells them from those of any other. */
export type ModelToFit = {
  readonly name: FittedName;
  readonly key: string;
  readonly quotes: readonly VolatilityQuote[];
};

/** For as long as a slider is likely to come back. */
const ANSWER_KEPT_MILLISECONDS = 60_000;

/** For as long as a reader may come back to a model. */
const FIT_KEPT_MILLISECONDS = 300_000;

/**
 * Questions to the page's pricing worker. Pure functions of their input: never stale, needing no network, and not tried again by
 * themselves. One that was superseded has failed, so nothing of it is kept and the same question is asked anew when it comes back.
 */
export const pricingQueries = {
  /** One question on a channel, where only the newest counts; skipped without one. */
  answer: <K extends PricingKind>(channel: string, request: PricingRequest<K> | undefined) =>
    queryOptions({
      queryKey: ["pricing" satisfies Entity, { channel, request }] as const,
      queryKeyHashFn: hashWithBigints,
      queryFn: request ? () => ask(request, channel) : skipToken,
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: ANSWER_KEPT_MILLISECONDS,
      networkMode: "always",
      retry: false,
      // Many numbers, never the same as before: comparing them is lost time.
      structuralSharing: false,
    }),

  /** A model fitted to quotes, once for a page. */
  fit: ({ name, key, quotes }: ModelToFit) =>
    queryOptions({
      queryKey: ["fit" satisfies Entity, { name, key }] as const,
      queryFn: async (): Promise<FittedModel> => askPricing({ kind: "fit", input: { name, quotes } }),
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: FIT_KEPT_MILLISECONDS,
      networkMode: "always",
      retry: false,
    }),
};

/** The worker's functions for the page's own thread, once they are wanted. */
export function pageThreadQuery(isWanted: boolean) {
  return queryOptions({
    queryKey: ["pricing" satisfies Entity, "onThisThread"] as const,
    queryFn: isWanted ? async () => (await import("@/lib/workers/answerQuestion")).answerQuestion : skipToken,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    networkMode: "always",
    structuralSharing: false,
  });
}

/** The worker's answer to a question without a channel. Throws {@link PricingFailedError}. */
export async function askPricing<K extends PricingKind>(request: PricingRequest<K>): Promise<PricingOutput<K>> {
  return (await ask(request)).output;
}

async function ask<K extends PricingKind>(request: PricingRequest<K>, channel?: string): Promise<PricingResult<K>> {
  const client = await pagePricingClient();
  const reply = await client.request(request.kind, request.input, channel === undefined ? {} : { channel });
  if (reply.ok) return { output: reply.output, ranOn: reply.ranOn };
  throw new PricingFailedError(reply.reason, reply.reason === "failed" ? reply.message : null);
}

function hashWithBigints(key: readonly unknown[]): string {
  return JSON.stringify(key, (_, value) => (typeof value === "bigint" ? `${value}n` : value));
}

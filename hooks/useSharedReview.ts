"use client";

import { useMemo } from "react";
import { readReviewFragment } from "@/lib/protocols/ballast/share/reviewFragment";
import { reviewShared } from "@/lib/protocols/ballast/share/reviewShared";
import type { LinkFault, SharedReview } from "@/lib/transaction/SharedReview";
import { useChainSource } from "./useChainSource";

/** A plan as this page reads it, or why there is none. */
export type OpenedReview =
  | { readonly ok: true; readonly review: SharedReview }
  | { readonly ok: false; readonly reason: LinkFault };

/** What does the plan in this address say? Decoded and held against the rules here, whatever its maker says. */
export function useSharedReview(fragment: string): OpenedReview {
  const { deployment } = useChainSource();
  return useMemo(() => {
    const read = readReviewFragment(fragment);
    return read.ok ? { ok: true, review: reviewShared(read.plan, deployment) } : read;
  }, [fragment, deployment]);
}

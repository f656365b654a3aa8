"use client";

import type { Address } from "@/lib/vault/Token";
import { useKnownCode } from "./useKnownCode";

const NONE: readonly Address[] = [];

/** At which contracts does other code stand than was published? While there is one, nothing is offered for signing. */
export function useDifferentCode(): readonly Address[] {
  const { data } = useKnownCode();
  return data?.filter(({ isAsPublished }) => !isAsPublished).map(({ address }) => address) ?? NONE;
}

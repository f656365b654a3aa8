"use client";

import { useCallback, useMemo } from "react";
import type { MarketView } from "@/components/vault/Market";
import type { Product } from "@/lib/products/Product";
import { TEMPLATE_IDS, type TemplateId } from "@/lib/products/templates";
import type { BuildFigures } from "./BuildFigures";
import { computeBuildFigures } from "./computeBuildFigures";
import type { Draft } from "./Draft";
import { fromTemplate } from "./editDraft";
import { type BuildPlace, deviationOf } from "./resolveDraft";

/** The templates at a market: each as a draft, and one unit of it for its picture; null where too few strikes are listed. */
export type Templates = {
  readonly draftOf: (id: TemplateId) => Draft | null;
  readonly sample: (id: TemplateId) => Product | null;
  /** The prices of the pictures. */
  readonly range: { readonly lo: number; readonly hi: number };
};

/** Deviations to either side that a picture shows. */
const REACH = 2.4;

/** What is each template at this market? Pictures are drawn anew with the market, not with the draft. */
export function useTemplates(
  { draft, listed, coin, now }: BuildFigures,
  place: BuildPlace,
  view: MarketView,
): Templates {
  const figuresOf = useCallback(
    (one: Draft) => {
      const outcome = computeBuildFigures({ draft: one, coin, listed, view, now });
      return outcome.ok ? outcome.figures : null;
    },
    [coin, listed, view, now],
  );
  const unitCost = useCallback((one: Draft) => -(figuresOf(one)?.premiumUsd ?? Number.NaN), [figuresOf]);
  const samples = useMemo(() => {
    const plain = { coin: coin.symbol, expiry: listed.expiry, deposit: "quote", size: 1, collateral: null } as const;
    const from = (id: TemplateId) =>
      fromTemplate({ ...plain, legs: [], outlook: "neutral" }, id, { place, listed, unitCost });
    return new Map(
      TEMPLATE_IDS.map((id) => {
        const one = from(id);
        return [id, one && (figuresOf({ ...one, size: 1, collateral: null })?.product ?? null)] as const;
      }),
    );
  }, [coin, listed, place, unitCost, figuresOf]);
  const reach = REACH * deviationOf(place, listed.expiry);
  return {
    draftOf: (id) => fromTemplate(draft, id, { place, listed, unitCost }),
    sample: (id) => samples.get(id) ?? null,
    range: { lo: place.spot * Math.exp(-reach), hi: place.spot * Math.exp(reach) },
  };
}

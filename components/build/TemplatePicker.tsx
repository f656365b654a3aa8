"use client";

import { useEffect, useId, useRef } from "react";
import { PayoffGlyph } from "@/components/charts/PayoffGlyph";
import { Segmented } from "@/components/ui/Segmented";
import type { Product } from "@/lib/products/Product";
import { TEMPLATES, type TemplateId, templatesFor } from "@/lib/products/templates";
import { profitAtExpiry } from "@/lib/products/value";
import type { Draft } from "./Draft";
import { OUTLOOK_ORDER, outlookName } from "./outlookNames";
import { draftTemplate } from "./plainWords";

export type TemplatePickerProps = {
  readonly draft: Draft;
  /** A template's product at this market; null where too few strikes are listed for it. */
  readonly sample: (id: TemplateId) => Product | null;
  readonly range: { readonly lo: number; readonly hi: number };
  readonly onOutlook: (outlook: Draft["outlook"]) => void;
  readonly onTemplate: (id: TemplateId) => void;
};

/** What is expected, and the shapes for it; what the chosen one does in one sentence. */
export function TemplatePicker({ draft, sample, range, onOutlook, onTemplate }: TemplatePickerProps) {
  const name = useId();
  const row = useRef<HTMLFieldSetElement>(null);
  const current = draftTemplate(draft);
  // The browser's scroll position: on a narrow screen the chosen shape may stand beside what is seen.
  useEffect(() => {
    const chosen = current === undefined ? null : row.current?.querySelector<HTMLElement>("label:has(:checked)");
    if (row.current && chosen) row.current.scrollLeft = chosen.offsetLeft - row.current.offsetLeft;
  }, [current]);
  return (
    <div className="build-pick">
      <div className="build-outlooks">
        <Segmented
          label="What do you expect?"
          options={OUTLOOK_ORDER.map((value) => ({ value, label: outlookName(value, draft.coin) }))}
          value={draft.outlook}
          onChange={onOutlook}
        />
      </div>
      <fieldset ref={row} className="build-templates">
        <legend className="visually-hidden">Shapes</legend>
        {templatesFor(draft.outlook).map((id) => {
          const product = sample(id);
          if (product === null) return null;
          return (
            <label key={id} title={sentenceOf(id, draft.coin)}>
              <input type="radio" name={name} checked={id === current} onChange={() => onTemplate(id)} />
              <span aria-hidden="true">
                <PayoffGlyph
                  label=""
                  {...range}
                  corners={product.legs.map(({ strike }) => strike)}
                  result={(price) => profitAtExpiry(product, price, "usd")}
                />
              </span>
              <span>
                <b>{TEMPLATES[id].name}</b> {TEMPLATES[id].note}
              </span>
            </label>
          );
        })}
      </fieldset>
      <p className="build-sentence">
        {current === undefined
          ? "Your own structure: its words and figures follow from its legs."
          : sentenceOf(current, draft.coin)}
      </p>
    </div>
  );
}

function sentenceOf(id: TemplateId, coin: string): string {
  return TEMPLATES[id].sentence.replaceAll("{coin}", coin);
}

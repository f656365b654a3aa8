"use client";

import { useState } from "react";
import { Section } from "@/components/layout/Section";
import { useMandate } from "@/hooks/useMandate";
import { limitsUnknown } from "@/lib/format/describeMandate";
import type { Mandate } from "@/lib/risk/mandate/Mandate";
import type { MandateFigures } from "@/lib/risk/mandate/mandateFigures";
import type { Address } from "@/lib/vault/Token";
import { MandateFile } from "./MandateFile";
import { MandateForm } from "./MandateForm";
import { MandateTable } from "./MandateTable";

type Props = {
  readonly account: Address;
  readonly figures: MandateFigures;
  /** Names of what is in no figure: with any, no limit is judged. */
  readonly missing: readonly string[];
};

/** The limits that this browser keeps for an address, where each stands, and the way to set them or take them along. */
export function MandateSection({ account, figures, missing }: Props) {
  const { mandate, keep } = useMandate(account);
  const [taken, setTaken] = useState(0);
  const [news, setNews] = useState<string>();
  const save = (next: Mandate, text: string) => {
    keep(next);
    setNews(text);
  };
  return (
    <Section title="Mandate" aside="Limits of your own, kept in this browser">
      <p className="mb-4 max-w-prose text-13 text-ink-2">
        Limits for this address, each in percent of its net value: what is held less what is owed. A deposit or
        withdrawal that breaks one, or breaks it further, is signed only after a tick beside the numbers. They bind
        nobody else and no other browser.
      </p>
      <div className="columns-even gap-y-6">
        {/* A file that is opened puts its limits into the fields. */}
        <MandateForm key={taken} mandate={mandate ?? {}} onSave={(next) => save(next, "Kept in this browser.")} />
        <div className="grid content-start gap-4">
          <MandateTable mandate={mandate ?? {}} figures={figures} />
          {mandate !== null && missing.length > 0 ? (
            <p className="text-13 text-warning">{limitsUnknown(missing)}</p>
          ) : null}
          <MandateFile
            mandate={mandate}
            onOpen={(next) => {
              save(next, "The file's limits are kept in this browser.");
              setTaken(taken + 1);
            }}
          />
          <p className="text-13 text-ink-2" role="status">
            {news}
          </p>
        </div>
      </div>
    </Section>
  );
}

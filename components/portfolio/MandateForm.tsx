"use client";

import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { Field } from "@/components/ui/Field";
import { limitMeaning, limitTitle } from "@/lib/format/describeMandate";
import { LIMITS, type LimitName, type Mandate } from "@/lib/risk/mandate/Mandate";
import { limitText, parseLimit } from "@/lib/risk/mandate/parseLimit";

type Texts = Readonly<Record<LimitName, string>>;

type Props = { readonly mandate: Mandate; readonly onSave: (mandate: Mandate) => void };

const FAULTS = {
  notANumber: "Enter a percentage such as 30 or 8.5, or leave it empty.",
  over100: "A share cannot be over 100%.",
} as const;

/** One field a limit, in percent; an empty one limits nothing. */
export function MandateForm({ mandate, onSave }: Props) {
  const [texts, setTexts] = useState<Texts>(() => textsOf(mandate));
  const limits = LIMITS.map((limit) => ({ limit, parsed: parseLimit(texts[limit]) }));
  const isFine = limits.every(({ parsed }) => parsed.ok);
  const save = () => onSave(mandateOf(texts));
  return (
    <form
      className="grid content-start items-start gap-4 md:grid-cols-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (isFine) save();
      }}
    >
      {limits.map(({ limit, parsed }) => (
        <Field
          key={limit}
          label={`${limitTitle(limit)}, at most`}
          value={texts[limit]}
          onChange={(text) => setTexts({ ...texts, [limit]: text })}
          suffix="%"
          inputMode="decimal"
          placeholder="no limit"
          hint={limitMeaning(limit)}
          error={parsed.ok ? undefined : FAULTS[parsed.reason]}
        />
      ))}
      <span className="md:col-span-2">
        <Button type="submit" reason={isFine ? undefined : "One of the limits is no percentage"}>
          Keep these limits
        </Button>
      </span>
    </form>
  );
}

function textsOf(mandate: Mandate): Texts {
  return {
    largestSharePerVault: limitText(mandate.largestSharePerVault),
    shortfall: limitText(mandate.shortfall),
    uncovered: limitText(mandate.uncovered),
    slowExit: limitText(mandate.slowExit),
  };
}

function mandateOf(texts: Texts): Mandate {
  const set = LIMITS.flatMap((limit) => {
    const parsed = parseLimit(texts[limit]);
    return parsed.ok && parsed.share !== undefined ? [[limit, parsed.share] as const] : [];
  });
  return Object.fromEntries(set);
}

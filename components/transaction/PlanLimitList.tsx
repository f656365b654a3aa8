"use client";

import { useEffect, useState } from "react";
import { Banner } from "@/components/ui/Banner";
import { Checkbox } from "@/components/ui/Checkbox";
import { KeyValueList } from "@/components/ui/KeyValueList";
import {
  limitMove,
  limitSentence,
  limitShare,
  limitsUnknown,
  limitTitle,
  OVERRIDE_REASON,
  overrideLabel,
} from "@/lib/format/describeMandate";
import { breaches, type PlanLimit } from "@/lib/risk/mandate/mandateCheck";
import { NO_HOLD } from "./limitHold";

type Props = {
  /** Null: what the account has could not be read. */
  readonly limits: readonly PlanLimit[] | null;
  /** Names of what is in no figure: with any, no limit is judged. */
  readonly missing?: readonly string[];
  readonly onHold: (reason: string) => void;
};

const UNREAD = "Sign although my limits could not be checked";

/** Each limit before and after, a warning with the numbers of those that break, and the tick that passes over them. */
export function PlanLimitList({ limits, missing = [], onHold }: Props) {
  // What was ticked, in its own words: a plan that comes to break another limit asks anew.
  const [ticked, setTicked] = useState<string>();
  const broken = breaches(limits ?? []);
  const label = limits === null ? UNREAD : broken.length > 0 ? overrideLabel(broken) : undefined;
  const reason = label === undefined || label === ticked ? NO_HOLD : OVERRIDE_REASON;
  // Synchronises with the button in the dialog's footer, which is no part of this component's tree.
  useEffect(() => onHold(reason), [reason, onHold]);
  const unknown = (limits ?? []).filter(({ verdict }) => verdict === "unknown");
  return (
    <section className="grid gap-3" aria-label="Your limits">
      <h3 className="text-13 font-medium">Your limits, before → after</h3>
      {limits === null ? null : (
        <KeyValueList
          small
          items={limits.map((limit) => ({
            key: limitTitle(limit.limit),
            value: `${limitMove(limit)} (at most ${limitShare(limit.most)}${limit.verdict === "stays" ? ", still over" : ""})`,
            tone: broken.includes(limit) || limit.verdict === "stays" ? "warning" : undefined,
          }))}
        />
      )}
      {missing.length > 0 && unknown.length > 0 ? (
        <p className="text-13 text-warning">{limitsUnknown(missing)}</p>
      ) : null}
      {unknown.map((limit) => (
        <p key={limit.limit} className="text-13 text-ink-2">
          {limitSentence(limit)}
        </p>
      ))}
      {label === undefined ? null : (
        <>
          <Banner
            tone="warning"
            title={limits === null ? "Your limits could not be checked." : "This breaks a limit of yours."}
          >
            {limits === null ? "What you hold could not be read." : broken.map(limitSentence).join(" ")}
          </Banner>
          <Checkbox checked={label === ticked} onChange={(isTicked) => setTicked(isTicked ? label : undefined)}>
            {label}
          </Checkbox>
        </>
      )}
      <p className="text-12 text-ink-3">
        Shares of your net value, as if the amount were in or out already, at today's values.
      </p>
    </section>
  );
}

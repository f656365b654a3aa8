"use client";

import { useMemo, useState } from "react";
import { Section } from "@/components/layout/Section";
import { missingHoldings } from "@/components/portfolio/missingHoldings";
import type { Portfolio } from "@/components/portfolio/usePortfolio";
import { Button } from "@/components/ui/Button";
import { Checkbox } from "@/components/ui/Checkbox";
import { Field } from "@/components/ui/Field";
import { useAlerts } from "@/hooks/useAlerts";
import { useFeeds } from "@/hooks/useFeeds";
import { useNotificationLeave } from "@/hooks/useNotificationLeave";
import { withBound } from "@/lib/risk/alerts/portfolioAlerts";
import { limitText, parseLimit } from "@/lib/risk/mandate/parseLimit";
import type { Address } from "@/lib/vault/Token";
import { alertFacts, type ShortfallNow } from "./alertFacts";
import { alertText, unknownShortfallText, unwatchedText } from "./alertTexts";

export type AlertsSectionProps = {
  readonly account: Address;
  readonly portfolio: Portfolio;
  readonly shortfall: ShortfallNow;
};

/** What an address is told of while this page is open, in this tab or behind others, and what there is to tell now. */
export function AlertsSection({ account, portfolio, shortfall: { share, isFinal } }: AlertsSectionProps) {
  const feeds = useFeeds();
  const facts = useMemo(
    () => alertFacts(portfolio, { shortfall: { share, isFinal }, feeds: feeds.status }),
    [portfolio, share, isFinal, feeds.status],
  );
  const { rules, keep, alerts } = useAlerts(account, { facts, tell: alertText });
  const unwatched = [
    ...(rules.liquidationWithin === undefined ? [] : facts.unwatched.map(unwatchedText)),
    ...(rules.shortfallOver === undefined ? [] : unknownShortfallText(missingHoldings(portfolio))),
  ];
  return (
    <Section title="Alerts" aside="Kept in this browser; nobody else watches for you">
      <div className="grid gap-6 md:grid-cols-2">
        <div className="grid content-start items-end gap-x-4 gap-y-3 md:grid-cols-2">
          <BoundField
            label="A loan's coin this near to liquidation"
            share={rules.liquidationWithin}
            onKeep={(share) => keep(withBound(rules, "liquidationWithin", share))}
          />
          <BoundField
            label="One-day shortfall over this share of the net value"
            share={rules.shortfallOver}
            onKeep={(share) => keep(withBound(rules, "shortfallOver", share))}
          />
          <Checkbox checked={rules.isSettledTold} onChange={(isSettledTold) => keep({ ...rules, isSettledTold })}>
            An epoch of a vault held is settled
          </Checkbox>
          <Checkbox checked={rules.isClaimableTold} onChange={(isClaimableTold) => keep({ ...rules, isClaimableTold })}>
            Something can be claimed
          </Checkbox>
          <div className="md:col-span-2">
            <Leave />
          </div>
        </div>
        <ul aria-label="Alerts" className="grid content-start gap-3 text-13">
          {unwatched.map((text) => (
            <li key={text} className="text-warning">
              {text}
            </li>
          ))}
          {alerts.length + unwatched.length === 0 ? <li className="text-ink-3">Nothing to tell now.</li> : null}
          {alerts.map((alert) => {
            const { title, body } = alertText(alert);
            return (
              <li key={alert.key}>
                <b className="font-medium">{title}.</b> <span className="text-ink-2">{body}</span>
              </li>
            );
          })}
        </ul>
      </div>
    </Section>
  );
}

type BoundFieldProps = {
  readonly label: string;
  readonly share: number | undefined;
  readonly onKeep: (share: number | undefined) => void;
};

/** A bound in percent; kept when it can be read, empty for none. */
function BoundField({ label, share, onKeep }: BoundFieldProps) {
  const [text, setText] = useState(() => limitText(share));
  const parsed = parseLimit(text);
  const error = parsed.ok ? undefined : "A bound is a number from 0 to 100, such as 15 or 2.5.";
  return (
    <Field
      label={label}
      value={text}
      inputMode="decimal"
      suffix="%"
      error={error}
      onChange={(next) => {
        setText(next);
        const read = parseLimit(next);
        if (read.ok) onKeep(read.share);
      }}
    />
  );
}

function Leave() {
  const { leave, ask } = useNotificationLeave();
  if (leave === "unknown") return <p className="text-12 text-ink-3">This browser notifies of nothing: look here.</p>;
  if (leave === "granted")
    return <p className="text-12 text-ink-3">The browser notifies you while this page is open.</p>;
  if (leave === "denied") {
    return (
      <p className="text-12 text-ink-3">
        Notifications are refused for this page: its settings in the browser change that.
      </p>
    );
  }
  return (
    <span>
      <Button size="sm" onClick={ask}>
        Let the browser notify
      </Button>
    </span>
  );
}

"use client";

import { useEffect, useMemo, useSyncExternalStore } from "react";
import {
  type AlertFacts,
  type AlertRules,
  type PortfolioAlert,
  portfolioAlerts,
} from "@/lib/risk/alerts/portfolioAlerts";
import { toldAfter } from "@/lib/risk/alerts/toldAfter";
import type { Address } from "@/lib/vault/Token";
import { keepAlerts, savedAlerts } from "./savedAlerts";

/** How an alert is told by the browser itself, where it may. */
export type TellAlert = (alert: PortfolioAlert) => { readonly title: string; readonly body: string };

/**
 * What does an address want to be told, and what is there to tell? Each piece of news is told once, by a notification where the browser allows it, and
 * stands on the page as long as it is true; a bound that is passed again after it was kept is news again. Settlements of before the wish are no news.
 */
export function useAlerts(address: Address, { facts, tell }: { readonly facts: AlertFacts; readonly tell: TellAlert }) {
  const { subscribe, read, readOnServer } = savedAlerts(address);
  const kept = useSyncExternalStore(subscribe, read, readOnServer);
  const { rules, told } = kept;
  const alerts = useMemo(() => portfolioAlerts(rules, facts), [rules, facts]);
  // The browser's notifications, and what this browser keeps.
  useEffect(() => {
    const next = toldAfter({ owner: address, told, alerts, facts });
    if (next.told === told) return;
    for (const alert of next.news) notify(tell(alert));
    keepAlerts(address, { rules, told: next.told });
  }, [address, alerts, facts, rules, told, tell]);
  const keep = (next: AlertRules) => {
    const old =
      rules.isSettledTold || !next.isSettledTold ? [] : portfolioAlerts({ ...next, isClaimableTold: false }, facts);
    const past = old.filter(({ kind }) => kind === "settled").map(({ key }) => key);
    keepAlerts(address, { rules: next, told: [...told, ...past] });
  };
  return { rules, keep, alerts };
}

function notify({ title, body }: ReturnType<TellAlert>): void {
  try {
    if (Notification.permission === "granted") new Notification(title, { body });
  } catch {
    // A browser without notifications, or one that gives them to service workers alone: the page itself tells.
  }
}

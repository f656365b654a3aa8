import { alertsText, type KeptAlerts, NO_ALERTS, parseAlerts } from "@/lib/risk/alerts/alertsFile";
import type { Address } from "@/lib/vault/Token";
import { type BrowserStore, browserStore } from "./browserStore";

const stores = new Map<string, BrowserStore<KeptAlerts>>();

/** What this browser keeps of an address's alerts. */
export function savedAlerts(address: Address): BrowserStore<KeptAlerts> {
  const key = `ballast.alerts.${address.toLowerCase()}`;
  const store = stores.get(key) ?? browserStore({ key, none: NO_ALERTS, parsed: parseAlerts });
  stores.set(key, store);
  return store;
}

/** Keeps an address's rules and what it was told. */
export function keepAlerts(address: Address, kept: KeptAlerts): void {
  savedAlerts(address).write(alertsText(kept));
}

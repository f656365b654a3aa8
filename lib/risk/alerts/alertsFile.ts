import { type AlertRules, NO_RULES } from "./portfolioAlerts";

/** What is kept of an address: its rules, and the keys of what it was told already, the newest last. */
export type KeptAlerts = { readonly rules: AlertRules; readonly told: readonly string[] };

/** Nothing is kept. */
export const NO_ALERTS: KeptAlerts = { rules: NO_RULES, told: [] };

const MOST_TOLD = 200;

/** As text that {@link parseAlerts} reads back. */
export function alertsText({ rules, told }: KeptAlerts): string {
  return JSON.stringify({ version: 1, rules, told: told.slice(-MOST_TOLD) });
}

/** Reads what {@link alertsText} wrote; of anything else nothing. Throws on text that is no JSON. */
export function parseAlerts(text: string): KeptAlerts {
  const file: unknown = JSON.parse(text);
  if (!isRecord(file) || file.version !== 1 || !isRecord(file.rules)) return NO_ALERTS;
  const { liquidationWithin, shortfallOver, isSettledTold, isClaimableTold } = file.rules;
  const told = Array.isArray(file.told) ? file.told.filter((key): key is string => typeof key === "string") : [];
  return {
    rules: {
      ...(isShare(liquidationWithin) ? { liquidationWithin } : {}),
      ...(isShare(shortfallOver) ? { shortfallOver } : {}),
      isSettledTold: isSettledTold === true,
      isClaimableTold: isClaimableTold === true,
    },
    told: told.slice(-MOST_TOLD),
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isShare(value: unknown): value is number {
  return typeof value === "number" && value > 0 && value <= 1;
}

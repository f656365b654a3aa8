"use client";

import { useState } from "react";
import type { Option } from "@/components/ui/Option";
import { formatUtcDay } from "@/lib/format/formatUtcDate";
import type { LawName } from "@/lib/risk/loss/portfolioLaw";
import type { SmileRule } from "@/lib/risk/MarketMove";
import { SECONDS_PER_YEAR, unixSeconds } from "@/lib/units/UnixSeconds";
import { nextExpiryYears, type RiskInputs } from "./useRiskInputs";

type Horizon = "day" | "expiry" | "month";

/** What the reader of a portfolio's risk chose, and the ways to choose otherwise. */
export type RiskChoice = {
  readonly horizon: Horizon;
  readonly horizons: readonly Option<Horizon>[];
  /** Of the horizon, in years. */
  readonly horizonYears: number;
  readonly setHorizon: (horizon: Horizon) => void;
  readonly law: LawName;
  readonly setLaw: (law: LawName) => void;
  readonly rule: SmileRule;
  readonly setRule: (rule: SmileRule) => void;
};

export const DAY_YEARS = 1 / 365;
const MONTH_YEARS = 30 / 365;

/** One day under Bates's law to begin with; without a market, Student's. Each strike keeps its volatility. */
export function useRiskChoice(inputs: RiskInputs): RiskChoice {
  const [wanted, setHorizon] = useState<Horizon>("day");
  const [chosenLaw, setLaw] = useState<LawName>();
  const [rule, setRule] = useState<SmileRule>("stickyStrike");
  const { book, now } = inputs.portfolio;
  const expiry = nextExpiryYears(book);
  const horizons: Option<Horizon>[] = [
    { value: "day", label: "1 day" },
    ...(expiry === null ? [] : [{ value: "expiry" as const, label: `To ${dayIn(expiry, now)}` }]),
    { value: "month", label: "30 days" },
  ];
  const horizon = wanted === "expiry" && expiry === null ? "day" : wanted;
  const years = { day: DAY_YEARS, expiry: expiry ?? DAY_YEARS, month: MONTH_YEARS };
  const hasMarkets = inputs.quotes.every((quotes) => quotes !== null);
  const law = chosenLaw ?? (hasMarkets ? "bates" : "studentT");
  return { horizon, horizons, horizonYears: years[horizon], setHorizon, law, setLaw, rule, setRule };
}

function dayIn(years: number, now: bigint): string {
  const at = unixSeconds(now + BigInt(Math.round(years * SECONDS_PER_YEAR)));
  return formatUtcDay(at, unixSeconds(now));
}

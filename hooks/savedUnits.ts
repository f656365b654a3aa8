import { fieldsOf } from "@/lib/untrusted/fieldsOf";
import { type BrowserStore, browserStore } from "./browserStore";

/** What the portfolio's values are counted in first. */
export type ValueUnit = "usd" | "ETH" | "BTC";
/** By which clock past times are read. */
export type ClockUnit = "utc" | "local";

/** How somebody wants figures read. */
export type Units = { readonly values: ValueUnit; readonly clock: ClockUnit };

export const USUAL_UNITS: Units = { values: "usd", clock: "utc" };

/** What this browser keeps of it. */
export const savedUnits: BrowserStore<Units> = browserStore({ key: "ballast.units", none: USUAL_UNITS, parsed });

/** Keeps a choice. */
export function keepUnits(units: Units): void {
  savedUnits.write(JSON.stringify(units));
}

function parsed(text: string): Units {
  const { values, clock } = fieldsOf(JSON.parse(text));
  return {
    values: values === "ETH" || values === "BTC" ? values : USUAL_UNITS.values,
    clock: clock === "local" ? clock : USUAL_UNITS.clock,
  };
}

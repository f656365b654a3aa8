"use client";

import { Segmented } from "@/components/ui/Segmented";
import type { ClockUnit, ValueUnit } from "@/hooks/savedUnits";
import { useUnits } from "@/hooks/useUnits";

const VALUES = [
  { value: "usd", label: "Dollars" },
  { value: "ETH", label: "ETH" },
  { value: "BTC", label: "BTC" },
] as const satisfies readonly { readonly value: ValueUnit; readonly label: string }[];

const CLOCKS = [
  { value: "utc", label: "UTC" },
  { value: "local", label: "Local time" },
] as const satisfies readonly { readonly value: ClockUnit; readonly label: string }[];

/** What values are counted in first, and by which clock the past is told; each with where it holds. */
export function UnitsPart() {
  const { units, choose } = useUnits();
  return (
    <div className="grid max-w-prose gap-6">
      <div className="grid gap-2">
        <h3 className="text-13 font-medium">Values first in</h3>
        <span>
          <Segmented
            label="Values first in"
            options={VALUES}
            value={units.values}
            onChange={(values) => choose({ values })}
          />
        </span>
        <p className="text-13 text-ink-2">
          Net value and positions in the portfolio, at the coin’s price now, with the dollars below. Results, Greeks and
          risk stay in dollars; where no vault has the coin’s price, all of it does.
        </p>
      </div>
      <div className="grid gap-2">
        <h3 className="text-13 font-medium">Past times in</h3>
        <span>
          <Segmented
            label="Past times in"
            options={CLOCKS}
            value={units.clock}
            onChange={(clock) => choose({ clock })}
          />
        </span>
        <p className="text-13 text-ink-2">
          When requests and cash flows under Activity happened. Deadlines and expiries stay in UTC, as the vaults have
          them, and so do files.
        </p>
      </div>
    </div>
  );
}

import type { Leg } from "@/lib/products/Leg";
import type { DepositKind } from "@/lib/products/Product";
import type { TemplateOutlook } from "@/lib/products/templates";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";

/** One leg as it is edited; `quantity` is options a unit. */
export type DraftLeg = Leg;

/** A structure that somebody builds: everything that its address says. All legs end with one expiry (decision 71). */
export type Draft = {
  /** "ETH". */
  readonly coin: string;
  readonly expiry: UnixSeconds;
  /** What is held with the options: the coin itself, or dollars. */
  readonly deposit: DepositKind;
  /** Units: one is one coin. At most four decimals. */
  readonly size: number;
  /** Whole tokens of the deposit asset; null: exactly as many as it needs. */
  readonly collateral: number | null;
  readonly legs: readonly DraftLeg[];
  /** Under which templates are offered. */
  readonly outlook: TemplateOutlook;
};

/** What a number of the page may be: above 0, no larger than this, of so many decimals. */
export const SIZE_LIMIT = { most: 100_000, decimals: 4 } as const;
export const QUANTITY_LIMIT = { most: 1_000, decimals: 4 } as const;
export const COLLATERAL_LIMIT = { most: 1_000_000_000, decimals: 6 } as const;

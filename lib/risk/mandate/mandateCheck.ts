import { LIMITS, type LimitName, type Mandate } from "./Mandate";
import type { MandateFigures } from "./mandateFigures";

/** A limit and where it stands. `unknown` neither keeps nor breaks it. */
export type LimitState = {
  readonly limit: LimitName;
  readonly most: number;
  readonly now: number | null;
  readonly standing: "kept" | "broken" | "unknown";
};

/** Beyond a limit by less than this share of the value is rounding. */
const ROUNDING = 1e-9;

/** Each limit of the mandate against the figures, in the order of {@link LIMITS}. */
export function mandateCheck(figures: MandateFigures, mandate: Mandate): readonly LimitState[] {
  return LIMITS.flatMap((limit) => {
    const most = mandate[limit];
    if (most === undefined) return [];
    const now = figures[limit];
    const standing = now === null ? "unknown" : now > most + ROUNDING ? "broken" : "kept";
    return [{ limit, most, now, standing }];
  });
}

/** A limit before and after a plan. */
export type PlanLimit = {
  readonly limit: LimitName;
  readonly most: number;
  readonly before: number | null;
  readonly after: number | null;
  /** `breaks`: kept before, or not known then; `worsens`: broken already, and by more after; `stays`: broken already, and not by more. */
  readonly verdict: "kept" | "breaks" | "worsens" | "stays" | "unknown";
};

/** What a plan does to each limit of the mandate. */
export function planLimits(before: MandateFigures, after: MandateFigures, mandate: Mandate): readonly PlanLimit[] {
  const earlier = mandateCheck(before, mandate);
  return mandateCheck(after, mandate).map(({ limit, most, now, standing }, index): PlanLimit => {
    const was = earlier[index];
    const values = { limit, most, before: was?.now ?? null, after: now };
    if (standing !== "broken") return { ...values, verdict: standing };
    if (was?.standing !== "broken") return { ...values, verdict: "breaks" };
    return { ...values, verdict: (now ?? 0) > (was.now ?? 0) + ROUNDING ? "worsens" : "stays" };
  });
}

/** The limits that a plan may not pass without an explicit word: those that it breaks, or breaks further. */
export function breaches(limits: readonly PlanLimit[]): readonly PlanLimit[] {
  return limits.filter(({ verdict }) => verdict === "breaks" || verdict === "worsens");
}

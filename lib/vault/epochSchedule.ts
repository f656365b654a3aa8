import { type UnixSeconds, unixSeconds } from "@/lib/units/UnixSeconds";
import type { Epoch } from "./Epoch";
import { fridayEightFrom, nextExpiry } from "./nextExpiry";
import type { Vault, VaultTerms } from "./Vault";

/**
 * Where an epoch stands by the clock, which can be ahead of what was called on chain.
 * `idle`: nothing held. `selling`: quotes are taken. `clearing`: they can be filled. `live`: options held until expiry.
 * `settling`: expired, waits for the price and the call. `unsold`: nothing was sold, anyone can end it at once.
 */
export type EpochStage = "idle" | "selling" | "clearing" | "live" | "settling" | "unsold";

/**
 * An instant, and whether it stands. Not fixed while idle: then it is the latest at which anyone can make it happen, or
 * the usual one. Not fixed while options are for sale and none is sold: then `earliest` is when anyone can end the epoch
 * if none ever is.
 */
export type ScheduledInstant = {
  readonly at: UnixSeconds;
  readonly isFixed: boolean;
  readonly earliest?: UnixSeconds;
};

/** What happens next in a vault, as chain times. */
export type EpochSchedule = {
  readonly stage: EpochStage;
  /** The next change: end of the sale, of the clear window, expiry, settlement (due now), or the latest opening. */
  readonly nextChangeAt: ScheduledInstant;
  /** When a request made now is executed: at the end of the open epoch; while idle at the next opening. */
  readonly requestExecutesAt: ScheduledInstant;
  /** The first end of an epoch at which assets that join with a request made now can leave again. */
  readonly firstExitAt: ScheduledInstant;
  /** End of the open epoch, or of the next one by the weekly calendar. */
  readonly expiry: ScheduledInstant;
};

/** What a schedule is made of. */
export type ScheduledVault = Pick<Vault, "epoch" | "terms" | "idleSince">;

/** The one source of "what happens next and when", for the screens. `now` is chain time. */
export function epochSchedule(vault: ScheduledVault, now: UnixSeconds): EpochSchedule {
  const { epoch, terms } = vault;
  const stage = epochStage(epoch, now);
  if (stage === "idle") return idleSchedule(vault, now);
  const end = epochEnd(stage, epoch);
  const executes = stage === "settling" || stage === "unsold" ? { at: now, isFixed: true } : end;
  return {
    stage,
    nextChangeAt: { at: nextChange(stage, epoch, now), isFixed: true },
    requestExecutesAt: executes,
    firstExitAt: { at: expiryAfter(executes.at, terms), isFixed: false },
    expiry: end,
  };
}

/** Expiry; but an epoch that may still sell nothing can end with the clear window. */
function epochEnd(stage: EpochStage, { expiry, clearEnd, sizeSold }: Epoch): ScheduledInstant {
  const maySellNothing = (stage === "selling" || stage === "clearing") && sizeSold === 0n;
  return maySellNothing ? { at: expiry, isFixed: false, earliest: clearEnd } : { at: expiry, isFixed: true };
}

/** The stage by time: a sale ends without a call, and an expired epoch is over before somebody settles it. */
export function epochStage(epoch: Epoch, now: UnixSeconds): EpochStage {
  if (epoch.phase === "idle") return "idle";
  if (epoch.phase === "live") return now < epoch.expiry ? "live" : "settling";
  if (epoch.isCleared || (now >= epoch.clearEnd && epoch.sizeSold === 0n)) return "unsold";
  if (now < epoch.saleEnd) return "selling";
  return now < epoch.clearEnd ? "clearing" : "settling";
}

function nextChange(stage: Exclude<EpochStage, "idle">, epoch: Epoch, now: UnixSeconds): UnixSeconds {
  switch (stage) {
    case "selling":
      return epoch.saleEnd;
    case "clearing":
      return epoch.clearEnd;
    case "live":
      return epoch.expiry;
    case "settling":
    case "unsold":
      return now;
  }
}

/** At rest requests are executed when the next epoch opens; once the open window is over anyone can have them executed. */
function idleSchedule({ terms, idleSince }: ScheduledVault, now: UnixSeconds): EpochSchedule {
  const windowEnd = unixSeconds(idleSince + BigInt(terms.openWindowSeconds));
  const latest = { at: windowEnd > now ? windowEnd : now, isFixed: false };
  const end = { at: expiryAfter(now, terms), isFixed: false };
  return { stage: "idle", nextChangeAt: latest, requestExecutesAt: latest, firstExitAt: end, expiry: end };
}

/** End of the epoch that would open at `opening`; with terms that no Friday fits, the first Friday beyond the shortest tenor. */
function expiryAfter(opening: UnixSeconds, terms: VaultTerms): UnixSeconds {
  return nextExpiry(opening, terms) ?? fridayEightFrom(opening + BigInt(terms.minTenorSeconds));
}

import { formatAddress } from "@/lib/format/formatAddress";
import { formatDuration } from "@/lib/format/formatTimeLeft";
import type { Ownership, SharedControls } from "@/lib/vault/Controls";

const HOUR_SECONDS = 3_600;
const HOURS_UP_TO = 96;
const NOBODY = /^0x0{40}$/;

/** Who owns a contract, by what that means: an announced change, a change at once, or none ever. */
export type OwnerKind = "timelock" | "account" | "nobody";

/** The owner told apart from the deployment's timelock by its address. */
export function ownerKind({ owner }: Ownership, { timelock }: Pick<SharedControls, "timelock">): OwnerKind {
  if (NOBODY.test(owner)) return "nobody";
  return owner.toLowerCase() === timelock.toLowerCase() ? "timelock" : "account";
}

/** To whom a contract was offered, for the end of a sentence; empty when to nobody. */
export function offeredText({ pendingOwner }: Ownership): string {
  return pendingOwner === null ? "" : `; it is offered to ${formatAddress(pendingOwner)}, who can take it at once`;
}

/** Less than the protocol promises: an owner that needs no delay, or one that could become it. */
export function isUnguarded(ownership: Ownership, shared: Pick<SharedControls, "timelock">): boolean {
  const { pendingOwner } = ownership;
  const isOffered = pendingOwner !== null && pendingOwner.toLowerCase() !== shared.timelock.toLowerCase();
  return isOffered || ownerKind(ownership, shared) === "account";
}

/** How fast an owner's change takes effect. */
export function ownerSpeed(kind: OwnerKind, delaySeconds: number): string {
  if (kind === "nobody") return "never: nobody owns it";
  return kind === "timelock" ? `${delayText(delaySeconds)} after announcing it` : "at once, without announcing it";
}

/** `72 hours`; a longer delay in days. */
export function delayText(seconds: number): string {
  const hours = Math.round(seconds / HOUR_SECONDS);
  if (hours === 0 || hours > HOURS_UP_TO) return formatDuration(BigInt(seconds));
  return hours === 1 ? "1 hour" : `${hours} hours`;
}

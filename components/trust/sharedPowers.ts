import type { SharedControls, TimelockRoles } from "@/lib/vault/Controls";
import { delayText, isUnguarded, offeredText, ownerKind, ownerSpeed } from "./ownershipWords";
import type { Power } from "./Power";

/** Powers over what all vaults share: the timelock and the settlement oracle. */
export function sharedPowers(shared: SharedControls): readonly Power[] {
  return [announcers(shared), executors(shared), oracleOwner(shared)];
}

function announcers({ roles, delaySeconds }: SharedControls): Power {
  const isKnown = roles.proposers.length > 0;
  return {
    who: "Timelock, announcing",
    addresses: roles.proposers,
    may: isKnown
      ? "announce a change of the policies or of the feeds, in public, with the exact call"
      : "announce changes; who may is not in the events since the deployment",
    speed: `the change can be made ${delayText(delaySeconds)} later, no sooner`,
    cannot: `make a change at once, or change this delay without waiting it out${adminText(roles)}`,
    isWarning: roles.admins.length > 0 || !isKnown,
  };
}

function adminText({ admins }: TimelockRoles): string {
  return admins.length === 0 ? "" : "; but an administrator can name others without a delay";
}

function executors({ roles }: SharedControls): Power {
  const isOpen = roles.executors === "anyone";
  return {
    who: "Timelock, carrying out",
    addresses: roles.executors === "anyone" ? [] : roles.executors,
    may: `carry out what was announced and waited for${isOpen ? ": anybody" : ""}`,
    speed: "once the delay is over",
    cannot: "carry out anything that was not announced, or was cancelled",
  };
}

function oracleOwner(shared: SharedControls): Power {
  const kind = ownerKind(shared.oracleOwnership, shared);
  return {
    who: kind === "timelock" ? "Owner of the oracle: the timelock" : "Owner of the oracle",
    addresses: [shared.oracleOwnership.owner],
    may: `set the price feeds of a pair, how late a round may come and how old a spot price may be${offeredText(shared.oracleOwnership)}`,
    speed: `${ownerSpeed(kind, shared.delaySeconds)}; for expiries that nobody has fixed yet`,
    cannot: "name a price, or change the feeds of an expiry that is fixed: every open epoch’s is",
    isWarning: isUnguarded(shared.oracleOwnership, shared),
  };
}

import { formatPercent } from "@/lib/format/formatPercent";
import { bpsToNumber } from "@/lib/units/Bps";
import type { SharedControls, VaultControls } from "@/lib/vault/Controls";
import type { Vault } from "@/lib/vault/Vault";
import { delayText, isUnguarded, offeredText, ownerKind, ownerSpeed } from "./ownershipWords";
import type { Power } from "./Power";

type Facts = { readonly vault: Vault; readonly controls: VaultControls; readonly shared: SharedControls };

/** Powers over one vault, the strongest first; those of the shared contracts stand beside them. */
export function vaultPowers(facts: Facts): readonly Power[] {
  return [policyOwner(facts), curator(facts), guardian(facts), feeRecipient(facts), makers(facts), anybody(facts)];
}

function policyOwner({ controls, shared }: Facts): Power {
  const kind = ownerKind(controls.policyOwnership, shared);
  const management = formatPercent(bpsToNumber(controls.highestManagementFee), 0);
  const performance = formatPercent(bpsToNumber(controls.highestPerformanceFee), 0);
  return {
    who: kind === "timelock" ? "Owner of the policy: the timelock" : "Owner of the policy",
    addresses: [controls.policyOwnership.owner],
    may: `set strike bounds, durations, cap, least request, fees and who gets them, and name curator and guardian${offeredText(controls.policyOwnership)}`,
    speed: `${ownerSpeed(kind, shared.delaySeconds)}; bounds and fees from the next opening`,
    cannot: `move deposits, touch an open epoch, change the legs, or set fees above ${management} a year and ${performance} of profit`,
    isWarning: isUnguarded(controls.policyOwnership, shared),
  };
}

function curator({ vault }: Facts): Power {
  return {
    who: "Curator",
    addresses: [vault.contracts.curator],
    may: "open an epoch: choose strikes, expiry and the least price inside the policy’s bounds",
    speed: "at once",
    cannot:
      "move deposits, sell beyond the bounds, or open under another epoch. But nothing on chain tells whether the least price is a fair one",
  };
}

function guardian({ vault }: Facts): Power {
  return {
    who: "Guardian",
    addresses: [vault.contracts.guardian],
    may: `stop new deposits and allow them again${vault.isDepositPaused ? ": they are stopped now" : ""}`,
    speed: "at once",
    cannot: "stop withdrawals, cancellations, claims or settlements",
  };
}

function feeRecipient({ controls }: Facts): Power {
  return {
    who: "Fee recipient",
    addresses: [controls.feeRecipient],
    may: "hold the shares that are issued as fees, and redeem them as anybody does",
    speed: "at each settlement",
    cannot: "take anything else",
  };
}

function makers({ controls }: Facts): Power {
  return {
    who: "Makers: anybody with the funds",
    addresses: [],
    may: "post prefunded quotes, open to see; the best prices are filled first",
    speed: "while a sale is open",
    cannot: `take a quote back before the sale can no longer be cleared (${delayText(controls.clearWindowSeconds)} after its end)`,
  };
}

function anybody({ controls, vault }: Facts): Power {
  const window = delayText(vault.terms.openWindowSeconds);
  return {
    who: "Anybody, and so the keeper",
    addresses: [],
    may: `clear a sale, prove the price of an expiry, settle the epoch, and let everybody out of a vault that rested for ${window}`,
    speed: "as soon as it is due",
    cannot: `do any of it in a way of their choice: the contracts decide what happens${controls.isDead ? ". This vault is dead: it takes no deposits again" : ""}`,
  };
}

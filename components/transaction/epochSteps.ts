import type { Step } from "@/components/ui/Stepper";
import { formatToken } from "@/lib/format/formatToken";
import { formatUtcDate } from "@/lib/format/formatUtcDate";
import { fixedText } from "@/lib/format/numberText";
import type { TokenAmount } from "@/lib/units/TokenAmount";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import { wadToNumber } from "@/lib/units/Wad";
import { epochSchedule, type ScheduledInstant } from "@/lib/vault/epochSchedule";
import { convertToShares } from "@/lib/vault/sharePrice";
import type { Vault } from "@/lib/vault/Vault";

/** The three steps of a deposit with their dates and consequences. `assets`: the amount typed, or null. */
export function depositSteps(vault: Vault, now: UnixSeconds, assets: TokenAmount | null): readonly Step[] {
  const { asset, share } = vault;
  const at = executes(vault, now);
  const price = `${fixedText(wadToNumber(vault.sharePrice), 4)} ${asset.symbol}`;
  const issued = assets === null ? "Your shares" : `About ${formatToken(convertToShares(assets, vault), share)}`;
  return [
    step("Request", "now", `${asset.symbol} waits in the vault. Cancel for free until the epoch ends.`),
    step(at.what, at.when, "New strikes and premium are set. You do not know them yet."),
    step("Claim shares", at.from, `${issued}, at ${price} a share now; the price at that moment decides. No deadline.`),
  ];
}

/** The three steps of a withdrawal. `range`: least and most that the shares can be worth at the end, or null. */
export function withdrawSteps(
  vault: Vault,
  now: UnixSeconds,
  range: { readonly least: string; readonly most: string } | null,
): readonly Step[] {
  const at = executes(vault, now);
  const worth =
    range === null
      ? "At the settlement value of your shares."
      : `Between ${range.least} and ${range.most}, before fees.`;
  return [
    step(
      "Request",
      "now",
      "Your shares stay in the epoch: they keep earning and keep losing. Cancel for free until it ends.",
    ),
    step(at.what, at.when, "The price of your shares is fixed at settlement."),
    step(`Claim ${vault.asset.symbol}`, at.from, `${worth} No deadline.`),
  ];
}

/** The request itself is made now; what follows comes. */
function step(title: string, when: string, note: string): Step {
  return { title, when, note, state: when === NOW ? "current" : "upcoming" };
}

const NOW = "now";

type Moment = { readonly what: string; readonly when: string; readonly from: string };

/** When a request made now is executed, in words; due at once when the epoch only waits for its settlement. */
function executes(vault: Vault, now: UnixSeconds): Moment {
  const { at, isFixed, earliest }: ScheduledInstant = epochSchedule(vault, now).requestExecutesAt;
  const what = isFixed || earliest !== undefined ? "Epoch ends" : "Next epoch opens";
  if (at <= now && isFixed) return { what, when: "settlement due now", from: "as soon as settled" };
  const date = formatUtcDate(at, now);
  if (isFixed) return { what, when: date, from: `from ${date}` };
  const early = earliest === undefined ? "" : `, or from ${formatUtcDate(earliest, now)} if nothing is sold`;
  return { what, when: `by ${date}${early}`, from: "after that" };
}

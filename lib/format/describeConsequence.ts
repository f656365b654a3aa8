import type { Consequence } from "@/lib/transaction/Consequence";
import { bpsToNumber } from "@/lib/units/Bps";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import { formatAddress } from "./formatAddress";
import { formatPercent } from "./formatPercent";
import { formatStrike8 } from "./formatPrice";
import { formatToken } from "./formatToken";
import { formatUsd } from "./formatUsd";
import { formatUtcDate } from "./formatUtcDate";

const COIN = { symbol: "ETH", decimals: 18 };

/** What follows from signing, as one sentence with its date or number. `now` is chain time. */
export function describeConsequence(consequence: Consequence, now: UnixSeconds): string {
  switch (consequence.kind) {
    case "vaultFees": {
      const management = formatPercent(bpsToNumber(consequence.managementFee), 1);
      const performance = formatPercent(bpsToNumber(consequence.performanceFee), 1);
      return `Vault fees: ${management} a year while an epoch runs, and ${performance} of profit above the highest share price. None on deposit or withdrawal.`;
    }
    case "networkFee": {
      const usd =
        consequence.usd === null ? "" : ` (${consequence.usd < 0.01 ? "under $0.01" : formatUsd(consequence.usd)})`;
      return `Network fee: at most ${formatToken(consequence.wei, COIN)}${usd}.`;
    }
    case "largestLoss":
      return `You can lose up to ${formatPercent(consequence.share, 1)} in one epoch: ${formatToken(consequence.assets, consequence.asset)}.`;
    case "lossStarts":
      return `You lose money once ${consequence.underlyingSymbol} settles ${consequence.side} ${formatStrike8(consequence.price)}.`;
    case "capMayReturn":
      return `The vault has room for ${formatToken(consequence.room, consequence.asset)} now. What does not fit when your request is executed comes back, and you claim it.`;
    case "nothingAtRisk":
      return "You receive what the vault already owes you. Nothing else moves.";
    case "sharesAtOnce":
      return `You hold about ${formatToken(consequence.shares, consequence.share)} once it is mined, and can leave at any time, as far as the vault can pay.`;
    case "assetsAtOnce":
      return consequence.isAll
        ? `You receive at least ${formatToken(consequence.assets, consequence.asset)} at once, with what is earned until then. Nothing of yours stays behind.`
        : `You receive ${formatToken(consequence.assets, consequence.asset)} at once.`;
    case "othersContract":
      return `${consequence.vaultName} is another protocol's: its contract ${formatAddress(consequence.entrance)} and its risks are not Ballast's.`;
    case "endsForAll":
      return `All requests in ${consequence.vaultName} are carried out at one price, yours and everybody’s. You pay the network fee, and nothing moves to or from you: you claim afterwards.`;
    case "allowanceEnds":
      return `From then on it can take none of your ${consequence.token.symbol}. No token moves, and a new allowance is asked for when one is needed.`;
    case "operatorEnds":
      return `From then on it can do nothing for you in ${consequence.vaultName}. No token moves; what it did before stands.`;
    default:
      return describeDated(consequence, now);
  }
}

type Dated = Extract<Consequence, { readonly at: UnixSeconds }>;

/** Dates that are not fixed are the latest, or the usual Friday, and say so. */
function describeDated(dated: Dated, now: UnixSeconds): string {
  const { kind, at, isFixed, earliest } = dated;
  if (earliest !== undefined) return describeOpenEnded(kind, formatUtcDate(at, now), formatUtcDate(earliest, now));
  const date = formatUtcDate(at, now);
  switch (kind) {
    case "executesAt":
      return isFixed
        ? `Your request is executed when the epoch ends: ${date}.`
        : `Your request is executed when the next epoch opens, by ${date} at the latest.`;
    case "claimableFrom":
      return isFixed
        ? `You can claim from ${date}, as soon as the epoch is settled.`
        : `You can claim once that is done, by ${date} at the latest.`;
    case "noExitBefore":
      return isFixed
        ? `You cannot leave before ${date}.`
        : `Once your request is executed, you cannot leave before the end of the epoch that follows: usually ${date}.`;
    case "cancelFreeUntil":
      return isFixed
        ? `You can cancel free until it is settled: ${date}.`
        : "You can cancel free until the next epoch opens.";
    case "keepsRiskUntil":
      return isFixed
        ? `Until ${date} your shares keep earning and keep losing.`
        : "Until then your shares stay in the vault; it holds no options now.";
  }
}

/** While nothing is sold yet, the epoch ends at `date`, or as early as `early`. */
function describeOpenEnded(kind: Dated["kind"], date: string, early: string): string {
  const end = `${date}, or as early as ${early} if nothing is sold`;
  switch (kind) {
    case "executesAt":
      return `Your request is executed when the epoch ends: ${end}.`;
    case "claimableFrom":
      return `You can claim as soon as the epoch is settled: ${end}.`;
    case "noExitBefore":
      return `You cannot leave before ${end}.`;
    case "cancelFreeUntil":
      return `You can cancel free until it is settled: ${end}.`;
    case "keepsRiskUntil":
      return `Your shares keep earning and keep losing until the epoch ends: ${end}.`;
  }
}

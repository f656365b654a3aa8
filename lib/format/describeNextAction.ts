import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import type { NextAction } from "@/lib/vault/requestLedger";
import type { Vault } from "@/lib/vault/Vault";
import { formatToken } from "./formatToken";
import { formatUtcDate } from "./formatUtcDate";

/** A row of the inbox: what it is, and the verb on its button (none for waiting; what waits can be cancelled). */
export type NextActionText = { readonly sentence: string; readonly button: string | null; readonly canCancel: boolean };

/** What an address has to do or to wait for, with its amount and date. */
export function describeNextAction(
  action: NextAction,
  vault: Pick<Vault, "asset" | "share">,
  now: UnixSeconds,
): NextActionText {
  const { asset, share } = vault;
  switch (action.kind) {
    case "claimAssets":
      return due(`${formatToken(action.assets, asset)} of your withdrawal are ready.`, `Claim ${asset.symbol}`);
    case "claimShares":
      return due(`${formatToken(action.shares, share)} are ready. They already earn and lose.`, "Claim shares");
    case "refundAssets":
      return due(`${formatToken(action.assets, asset)} came back to you.`, `Take back ${asset.symbol}`);
    case "refundShares":
      return due(`${formatToken(action.shares, share)} came back to you.`, "Take back shares");
    case "waitForShares":
      return waiting(`${formatToken(action.assets, asset)} join ${momentText(action.until, now)}.`);
    case "waitForAssets":
      return waiting(
        `${formatToken(action.shares, share)} leave ${momentText(action.until, now)}. Until then they earn and lose.`,
      );
  }
}

function due(sentence: string, button: string): NextActionText {
  return { sentence, button, canCancel: false };
}

function waiting(sentence: string): NextActionText {
  return { sentence, button: null, canCancel: true };
}

function momentText(until: { readonly at: UnixSeconds; readonly isFixed: boolean }, now: UnixSeconds): string {
  if (until.isFixed && until.at <= now) return "as soon as the epoch is settled";
  const date = formatUtcDate(until.at, now);
  return until.isFixed ? `on ${date}` : `when the next epoch opens, by ${date} at the latest`;
}

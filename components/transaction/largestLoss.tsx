import type { KeyValue } from "@/components/ui/KeyValueList";
import { formatPercent } from "@/lib/format/formatPercent";
import { formatSignedToken } from "@/lib/format/formatToken";
import { formatUsd } from "@/lib/format/formatUsd";
import { bpsToNumber } from "@/lib/units/Bps";
import { price8ToNumber } from "@/lib/units/Price8";
import { applyBps, type TokenAmount, tokenToNumber } from "@/lib/units/TokenAmount";
import type { Vault } from "@/lib/vault/Vault";

/** The policy's bound, which holds for every epoch to come: as a share, and of an amount that is typed also as money. */
export function largestLoss(vault: Vault, assets: TokenAmount | null): KeyValue {
  const share = bpsToNumber(vault.terms.maxLoss);
  const shareText = share >= 1 ? "all of it" : formatPercent(share, 1);
  const lost = assets === null ? null : applyBps(assets, vault.terms.maxLoss, "up");
  const text = lost === null ? shareText : `${shareText}: ${formatSignedToken(-lost, vault.asset)}`;
  const note = coinNote(vault, lost);
  const value = note ? [text, <Note key="note" text={note} />] : text;
  return { key: "Most at risk, by policy", value, tone: "loss" };
}

function Note({ text }: { readonly text: string }) {
  return <span className="block text-12">{text}</span>;
}

/** A deposit in the coin: its dollars are those of now, and it can lose its value besides. */
function coinNote({ asset, underlying, spot }: Vault, lost: TokenAmount | null): string | null {
  if (asset.address !== underlying.address) return null;
  const falls = `and ${asset.symbol} itself can fall`;
  if (lost === null) return falls;
  return `about ${formatUsd(tokenToNumber(lost, asset.decimals) * price8ToNumber(spot.price), 0)} now, ${falls}`;
}

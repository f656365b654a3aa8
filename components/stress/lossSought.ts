import { formatPercent } from "@/lib/format/formatPercent";
import { formatUsd } from "@/lib/format/formatUsd";
import { numberReasonSentence, parseNumber } from "@/lib/format/parseNumber";

/** A loss that somebody typed, in dollars and as what was understood, or what is wrong with the text. */
export type TypedLoss =
  | { readonly ok: true; readonly usd: number; readonly understood: string }
  | { readonly ok: false; readonly fault: string };

/** What the field begins with. */
export const USUAL_LOSS = "10%";

/** `10%` is of the net value, `28000`, `28,000` and `$28,000` are dollars. Above 0; a minus is no mistake, since a loss is meant. */
export function typedLoss(text: string, netValue: number): TypedLoss {
  const isShare = text.includes("%");
  const parsed = isShare ? parseNumber(text, { unit: "%" }) : parseNumber(text, { unit: "$", isGrouped: true });
  if (!parsed.ok) return { ok: false, fault: numberReasonSentence(parsed.reason) };
  const typed = Math.abs(parsed.value);
  if (typed === 0) return { ok: false, fault: "Enter a loss above zero." };
  if (isShare && !(netValue > 0)) return { ok: false, fault: "There is no net value to take a share of." };
  const usd = isShare ? (typed / 100) * netValue : typed;
  const share = netValue > 0 ? ` of your ${formatUsd(netValue, 0)}` : "";
  const understood = isShare
    ? `${formatUsd(usd, 0)}${share}. Dollars may be typed too.`
    : `${netValue > 0 ? `${formatPercent(usd / netValue, 1)}${share}` : formatUsd(usd, 0)}. With % it is a share.`;
  return { ok: true, usd, understood };
}

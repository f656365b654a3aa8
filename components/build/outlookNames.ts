import type { TemplateOutlook } from "@/lib/products/templates";

/** The outlooks in the order in which they are asked for. */
export const OUTLOOK_ORDER: readonly TemplateOutlook[] = ["bullish", "neutral", "bearish", "volatile", "protect"];

/** What the reader expects of a coin, as the words of a choice. */
export function outlookName(outlook: TemplateOutlook, coin: string): string {
  switch (outlook) {
    case "bullish":
      return `${coin} rises`;
    case "neutral":
      return `${coin} stays in a range`;
    case "bearish":
      return `${coin} falls`;
    case "volatile":
      return `${coin} moves a lot`;
    case "protect":
      return `Protect ${coin}`;
  }
}

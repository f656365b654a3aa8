import { describeVolatility } from "@/lib/format/describeVolatility";
import { formatStrike } from "@/lib/format/formatPrice";
import { joinedNames } from "@/lib/format/joinedNames";
import { fixedText } from "@/lib/format/numberText";
import type { BuildFigures } from "./BuildFigures";

/** One thing that is as it should be, or is not. */
export type BuildCheck = { readonly isGood: boolean; readonly text: string; readonly detail: string };

/** Margin, quotes, the smile behind the prices, and whether the loss has an end. */
export function buildChecks(figures: BuildFigures): readonly BuildCheck[] {
  const { legs, worst, coin } = figures;
  const unquoted = legs.filter(({ isQuoted }) => !isQuoted).length;
  const outside = legs.filter(({ isFitted }) => !isFitted).length;
  const isEndless = worst.profit === Number.NEGATIVE_INFINITY;
  return [
    marginCheck(figures),
    {
      isGood: unquoted === 0,
      text: unquoted === 0 ? "Every strike is listed and quoted" : "Not every strike is quoted",
      detail: `${legs.length - unquoted} of ${legs.length}`,
    },
    {
      isGood: outside === 0,
      text: outside === 0 ? "Priced inside the fitted smile" : "Priced beyond the fitted smile",
      detail: `${legs.length - outside} of ${legs.length}`,
    },
    ageCheck(figures),
    isEndless
      ? { isGood: false, text: `The loss is not capped if ${coin.symbol} rises`, detail: "" }
      : { isGood: true, text: "The loss has an end", detail: "" },
  ];
}

function ageCheck({ volatility }: BuildFigures): BuildCheck {
  return { isGood: true, text: volatility === null ? "" : describeVolatility(volatility), detail: "" };
}

function marginCheck({ margin, draft, needed, depositToken, usedUpAt }: BuildFigures): BuildCheck {
  if (!margin.ok && usedUpAt.length > 0) {
    const at = joinedNames(usedUpAt.map(formatStrike));
    return { isGood: false, text: "Full mode refuses it: no collateral is enough", detail: `used up at ${at}` };
  }
  if (!margin.ok || needed === null) {
    return { isGood: false, text: "Full mode refuses it: no collateral covers every price", detail: "" };
  }
  const decimals = draft.deposit === "underlying" ? 4 : 2;
  const detail = `${fixedText(needed, decimals)} ${depositToken.symbol}`;
  if (draft.collateral === null || draft.collateral >= needed) {
    return { isGood: true, text: "Collateral covers every price", detail };
  }
  return { isGood: false, text: "The collateral is less than full mode asks for", detail };
}

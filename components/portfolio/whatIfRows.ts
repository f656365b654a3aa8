import type { Tone } from "@/components/ui/Tone";
import { vaultTitle } from "@/components/vault/vaultTitle";
import { formatPercent, formatPoints } from "@/lib/format/formatPercent";
import { formatRiskUsd, formatSignedUsd, formatUsd } from "@/lib/format/formatUsd";
import { NO_NUMBER } from "@/lib/format/numberText";
import type { TailRisk } from "@/lib/risk/tail/TailRisk";
import type { BookFigures } from "@/lib/risk/whatIf/bookFigures";

/** A portfolio's figures; `tail` null while it is not computed. */
export type WhatIfFigures = { readonly figures: BookFigures; readonly tail: TailRisk | null };

/** A figure before, after, and what changed. */
export type WhatIfRow = {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  readonly change: string;
  /** Of a change that is better or worse whoever looks. */
  readonly tone?: Tone | undefined;
};

/** Every figure, in the order of the page. VaR and ES are results: losses are below 0. */
export function whatIfRows(before: WhatIfFigures, after: WhatIfFigures): readonly WhatIfRow[] {
  const dollars = (name: string, of: (one: WhatIfFigures) => number, text = formatRiskUsd): WhatIfRow => {
    const [a, b] = [of(before), of(after)];
    return { name, before: text(a), after: text(b), change: formatRiskUsd(b - a) };
  };
  const loss = (name: string, of: (tail: TailRisk) => number): WhatIfRow => {
    const row = dollars(name, ({ tail }) => (tail === null ? Number.NaN : -of(tail)));
    const change = before.tail && after.tail ? of(after.tail) - of(before.tail) : 0;
    return { ...row, tone: change > 0 ? "loss" : change < 0 ? "profit" : undefined };
  };
  return [
    dollars("Net value", ({ figures }) => figures.netUsd, formatUsd),
    dollars(
      "Delta",
      ({ figures }) => figures.deltaUsd,
      (usd) => formatUsd(usd, 0),
    ),
    dollars("Gamma per 1%", ({ figures }) => figures.gammaUsdPerPercent),
    dollars("Vega per vol pt", ({ figures }) => figures.vegaPerPoint),
    dollars("Theta per day", ({ figures }) => figures.thetaPerDay),
    loss("VaR 95%, 1 day", ({ valueAtRisk }) => valueAtRisk),
    loss("Shortfall (ES) 95%, 1 day", ({ expectedShortfall }) => expectedShortfall),
    shareRow("ES of net value", [esShare(before), esShare(after)]),
    largestRow(before.figures, after.figures),
    ...coinRows(before.figures, after.figures),
  ];
}

function esShare({ figures, tail }: WhatIfFigures): number {
  return tail === null ? Number.NaN : tail.expectedShortfall / figures.netUsd;
}

function shareRow(name: string, [a, b]: readonly [number, number]): WhatIfRow {
  return { name, before: formatPercent(a, 1), after: formatPercent(b, 1), change: formatPoints(b - a) };
}

/** The vault that holds most, which may be another one after. */
function largestRow({ vaults: [a] }: BookFigures, { vaults: [b] }: BookFigures): WhatIfRow {
  const row = shareRow("Largest share per vault", [a?.share ?? 0, b?.share ?? 0]);
  const named = (text: string, one: typeof a) => (one === undefined ? NO_NUMBER : `${text} ${vaultTitle(one)}`);
  return { ...row, before: named(row.before, a), after: named(row.after, b) };
}

function coinRows(before: BookFigures, after: BookFigures): readonly WhatIfRow[] {
  return after.coins.map(({ id, name, share }) => {
    const was = before.coins.find((coin) => coin.id === id);
    return shareRow(`Share on ${name}`, [was?.share ?? 0, share]);
  });
}

/** The change in one sentence, for those who do not see the table. */
export function whatIfSentence(before: WhatIfFigures, after: WhatIfFigures): string {
  const net = formatSignedUsd(after.figures.netUsd - before.figures.netUsd);
  if (before.tail === null || after.tail === null) return `Net value ${net}. The shortfall is being computed.`;
  const [a, b] = [before.tail.expectedShortfall, after.tail.expectedShortfall].map((loss) => formatRiskUsd(-loss));
  return `Net value ${net}, expected shortfall from ${a} to ${b}.`;
}

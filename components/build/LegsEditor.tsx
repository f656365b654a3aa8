import { Section } from "@/components/layout/Section";
import { Button } from "@/components/ui/Button";
import { DataTable } from "@/components/ui/DataTable";
import type { QueryWrite } from "@/hooks/useAddressQuery";
import { formatStrike } from "@/lib/format/formatPrice";
import { joinedNames } from "@/lib/format/joinedNames";
import { MAX_LEGS } from "@/lib/products/margin";
import type { BuildFigures } from "./BuildFigures";
import type { Draft } from "./Draft";
import { withNewLeg } from "./editDraft";
import { legEditorColumns } from "./legEditorColumns";

export type LegsEditorProps = {
  readonly figures: BuildFigures;
  readonly onDraft: (draft: Draft, how?: QueryWrite) => void;
};

/** The legs as a table that can be changed, with what each costs and brings. */
export function LegsEditor({ figures, onDraft }: LegsEditorProps) {
  const { draft, legs, listed, spot } = figures;
  const isFull = legs.length >= MAX_LEGS;
  return (
    <Section
      title="Legs"
      aside={
        <Button
          size="sm"
          onClick={() => onDraft(withNewLeg(draft, listed, spot))}
          reason={isFull ? `${MAX_LEGS} legs are the most` : undefined}
          reasonAs="label"
        >
          Add leg
        </Button>
      }
    >
      <div className="build-legs">
        <DataTable
          caption="Legs of the structure"
          columns={legEditorColumns(figures, onDraft)}
          rows={legs}
          rowKey={(_, index) => String(index)}
        />
      </div>
      <p className="mt-3 text-12 text-ink-3">{notes(figures)}</p>
    </Section>
  );
}

function notes({ legs, listed, coin }: BuildFigures): string {
  const fills = `Fill: the market’s bid where you sell and its ask where you buy, on the feed’s ${coin.symbol} price; makers’ own quotes will differ.`;
  const strikes = (found: typeof legs) => joinedNames([...new Set(found.map(({ leg }) => formatStrike(leg.strike)))]);
  const unquoted = legs.filter(({ isQuoted }) => !isQuoted);
  const nobody =
    unquoted.length === 0
      ? ""
      : ` Nobody quotes that side at ${strikes(unquoted)}: the smile’s own price stands there.`;
  const outside = legs.filter(({ isFitted }) => !isFitted);
  const [least, most] = listed.fitted ?? [null, null];
  const range = least === null || most === null ? "" : ` (${formatStrike(least)} to ${formatStrike(most)})`;
  const beyond =
    outside.length === 0
      ? ""
      : ` ${strikes(outside)} ${outside.length === 1 ? "lies" : "lie"} beyond the strikes that the smile was fitted on${range}: the volatility there is the curve’s continuation.`;
  return `${fills}${nobody}${beyond}`;
}

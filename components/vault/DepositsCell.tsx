import { Meter } from "@/components/ui/Meter";
import { capText, depositsText, isFull } from "./figureTexts";
import { RowCell } from "./RowCell";
import type { VaultFigures } from "./VaultFigures";

type Props = { readonly figures: VaultFigures };

/** Deposits and how much of the cap they take, those that wait to join counted. */
export function DepositsCell({ figures }: Props) {
  const share = capText(figures);
  return (
    <RowCell place="deposits">
      <span className="cell-label">TVL of cap</span>
      <span className="figure">{depositsText(figures)}</span>
      <span className="figure-note">{share}</span>
      <Meter share={figures.capacity.filledShare} label={`${share} of cap`} full={isFull(figures)} />
    </RowCell>
  );
}

import { premiumText, projectedText } from "./figureTexts";
import { RowCell } from "./RowCell";
import type { VaultFigures } from "./VaultFigures";

type Props = { readonly figures: VaultFigures };

/** The premium of this epoch, and greyer what it would be in a year. */
export function PremiumCell({ figures }: Props) {
  return (
    <RowCell place="premium">
      <span className="cell-label">Premium, this epoch</span>
      <span className="figure">{premiumText(figures)}</span>
      <span className="figure-note">{premiumNote(figures)}</span>
    </RowCell>
  );
}

function premiumNote(figures: VaultFigures): string {
  if (figures.basis === "none" || figures.premium === null) return "nothing sold";
  if (figures.basis === "offered") return "on offer, at least";
  const projected = projectedText(figures);
  return projected === null ? "a cost, not a yield" : `${projected} proj.`;
}

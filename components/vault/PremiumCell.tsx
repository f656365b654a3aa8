import { formatPercent, formatSignedPercent } from "@/lib/format/formatPercent";
import { NO_NUMBER } from "@/lib/format/numberText";
import { RowCell } from "./RowCell";
import type { VaultFigures } from "./VaultFigures";

type Props = { readonly figures: VaultFigures };

/** The premium of this epoch, and greyer what it would be in a year. */
export function PremiumCell({ figures }: Props) {
  const { premium } = figures;
  return (
    <RowCell place="premium">
      <span className="cell-label">Premium, this epoch</span>
      <span className="figure">{premium === null ? NO_NUMBER : formatSignedPercent(premium)}</span>
      <span className="figure-note">{premiumNote(figures)}</span>
    </RowCell>
  );
}

function premiumNote({ basis, premium, projected }: VaultFigures): string {
  if (basis === "none" || premium === null) return "nothing sold";
  if (basis === "offered") return "on offer, at least";
  return projected === null ? "a cost, not a yield" : `${formatPercent(projected, 1)} p.a. proj.`;
}

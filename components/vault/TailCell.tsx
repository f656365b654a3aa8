import { Signed } from "@/components/ui/Signed";
import { formatSignedPercent } from "@/lib/format/formatPercent";
import { NO_NUMBER } from "@/lib/format/numberText";
import { RowCell } from "./RowCell";
import type { VaultFigures } from "./VaultFigures";

type Props = { readonly figures: VaultFigures };

/** The average of the worst twentieth of this epoch, and how often the past ones lost. */
export function TailCell({ figures: { tail, realised, vault, product } }: Props) {
  const unit = product.deposit === "underlying" ? ` ${vault.underlyingSymbol}` : "";
  return (
    <RowCell place="tail">
      <span className="cell-label">Bad epoch (ES 95%)</span>
      {tail === null ? (
        <span className="figure">{NO_NUMBER}</span>
      ) : (
        <Signed value={tail.expectedShortfall} className="figure">
          {formatSignedPercent(tail.expectedShortfall, 1)}
        </Signed>
      )}
      <span className="figure-note">
        {realised === null ? NO_NUMBER : `${realised.losses} of ${realised.epochs.length} lost${unit}`}
      </span>
    </RowCell>
  );
}

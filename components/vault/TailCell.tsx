import { Signed } from "@/components/ui/Signed";
import { NO_NUMBER } from "@/lib/format/numberText";
import { lostText, TAIL_NAME, tailText } from "./figureTexts";
import { RowCell } from "./RowCell";
import type { VaultFigures } from "./VaultFigures";

type Props = { readonly figures: VaultFigures };

/** The average of the worst twentieth of this epoch, and how often the past ones lost. */
export function TailCell({ figures }: Props) {
  const { tail, realised, vault, product } = figures;
  const unit = product.deposit === "underlying" ? ` ${vault.underlyingSymbol}` : "";
  return (
    <RowCell place="tail">
      <span className="cell-label">Bad epoch ({TAIL_NAME})</span>
      <Signed value={tail?.expectedShortfall ?? 0} className="figure">
        {tailText(figures)}
      </Signed>
      <span className="figure-note">{realised === null ? NO_NUMBER : `${lostText(realised)}${unit}`}</span>
    </RowCell>
  );
}

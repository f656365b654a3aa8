import { MicroBars } from "@/components/charts/MicroBars";
import { Signed } from "@/components/ui/Signed";
import { formatSignedPercent } from "@/lib/format/formatPercent";
import { NO_NUMBER } from "@/lib/format/numberText";
import { RowCell } from "./RowCell";
import type { RealisedWindow } from "./realisedWindow";
import type { VaultFigures } from "./VaultFigures";

type Props = { readonly figures: VaultFigures };

/** What depositors got: one bar an epoch, losses below the line, and the whole. */
export function RealisedCell({ figures: { realised, vault, product } }: Props) {
  const unit = product.deposit === "underlying" ? `, in ${vault.underlyingSymbol}` : "";
  return (
    <RowCell place="realised">
      <span className="cell-label">
        Realised{product.deposit === "underlying" ? ` in ${vault.underlyingSymbol}` : ""}
        {realised ? `, ${realised.epochs.length} epochs` : ""}
      </span>
      {realised === null || realised.epochs.length === 0 ? (
        <span className="figure-note">{realised === null ? NO_NUMBER : "no epoch settled yet"}</span>
      ) : (
        <span className="realised">
          <MicroBars bars={barsOf(realised)} label={`${realised.epochs.length} epochs, ${realised.losses} losing`} />
          <span>
            <Signed value={realised.compounded} className="figure">
              {formatSignedPercent(realised.compounded, 1)}
            </Signed>
            <span className="figure-note">
              {realised.annualised === null ? "" : `${formatSignedPercent(realised.annualised, 0)} p.a.`}
              <span className="only-wide">{unit}</span>
            </span>
          </span>
        </span>
      )}
    </RowCell>
  );
}

function barsOf({ epochs }: RealisedWindow) {
  return epochs.map(({ number, inAsset }) => ({
    result: inAsset,
    title: `Epoch ${number}: ${formatSignedPercent(inAsset)}`,
  }));
}

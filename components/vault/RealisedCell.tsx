import { MicroBars } from "@/components/charts/MicroBars";
import { Signed } from "@/components/ui/Signed";
import { formatSignedPercent } from "@/lib/format/formatPercent";
import { NO_NUMBER } from "@/lib/format/numberText";
import { realisedPerYearText, realisedText } from "./figureTexts";
import { RowCell } from "./RowCell";
import { LIST_EPOCHS, type RealisedWindow } from "./realisedWindow";
import type { VaultFigures } from "./VaultFigures";

type Props = { readonly figures: VaultFigures };

/** What depositors got: one bar an epoch, losses below the line, and the whole. */
export function RealisedCell({ figures: { realised, vault, product } }: Props) {
  const coin = product.deposit === "underlying" ? vault.underlyingSymbol : null;
  return (
    <RowCell place="realised">
      <span className="cell-label">
        Realised{coin === null ? "" : ` in ${coin}`}
        {realised && realised.epochs.length > 0 ? `, ${epochsText(realised)}` : ""}
      </span>
      {realised === null || realised.epochs.length === 0 ? (
        <span className="figure-note">{realised === null ? NO_NUMBER : "no epoch settled yet"}</span>
      ) : (
        <span className="realised">
          <MicroBars bars={barsOf(realised)} label={`${epochsText(realised)}, ${realised.losses} losing`} />
          <span>
            <Signed value={realised.compounded} className="figure">
              {realisedText(realised)}
            </Signed>
            <span className="figure-note">
              {realisedPerYearText(realised) ?? ""}
              <span className="only-wide">{remark(realised, coin)}</span>
            </span>
          </span>
        </span>
      )}
    </RowCell>
  );
}

/** In which coin, and of how many epochs where the head's twelve are not there yet. */
function remark(realised: RealisedWindow, coin: string | null): string {
  const isShort = realised.epochs.length < LIST_EPOCHS;
  return `${isShort ? `, ${epochsText(realised)}` : ""}${coin === null ? "" : `, in ${coin}`}`;
}

function epochsText({ epochs }: RealisedWindow): string {
  return `${epochs.length} ${epochs.length === 1 ? "epoch" : "epochs"}`;
}

function barsOf({ epochs }: RealisedWindow) {
  return epochs.map(({ number, inAsset }) => ({
    result: inAsset,
    title: `Epoch ${number}: ${formatSignedPercent(inAsset)}`,
  }));
}

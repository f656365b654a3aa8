import { Meter } from "@/components/ui/Meter";
import { formatPercent } from "@/lib/format/formatPercent";
import { formatCompactUsd } from "@/lib/format/formatUsd";
import { RowCell } from "./RowCell";
import type { VaultFigures } from "./VaultFigures";

type Props = { readonly figures: VaultFigures };

/** Deposits and how much of the cap they take, those that wait to join counted. */
export function DepositsCell({ figures }: Props) {
  const { capacity, depositsUsd, capUsd } = figures;
  const isFull = capacity.room < figures.vault.terms.minRequest;
  const share = formatPercent(capacity.filledShare, 0);
  const note = `${isFull ? "full, " : ""}${share} of ${formatCompactUsd(capUsd)}`;
  return (
    <RowCell place="deposits">
      <span className="cell-label">TVL of cap</span>
      <span className="figure">{formatCompactUsd(depositsUsd)}</span>
      <span className="figure-note">{note}</span>
      <Meter share={capacity.filledShare} label={`${share} of the cap`} full={isFull} />
    </RowCell>
  );
}

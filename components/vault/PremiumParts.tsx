import { type Column, DataTable } from "@/components/ui/DataTable";
import { Signed } from "@/components/ui/Signed";
import { formatPercent, formatSignedPercent } from "@/lib/format/formatPercent";
import { feesOf, type RealisedReturn } from "@/lib/vault/realisedReturn";
import { type PartRow, partRows } from "./partRows";
import type { VaultFigures } from "./VaultFigures";

type Props = { readonly realised: RealisedReturn; readonly figures: VaultFigures };

/** What became of the premium, part by part, and that the parts add up. */
export function PremiumParts({ realised, figures }: Props) {
  const { rows, net } = partRows(realised, figures);
  const isInUnderlying = figures.product.deposit === "underlying";
  return (
    <>
      <DataTable
        caption="What became of the premium"
        columns={columns({ net, symbol: figures.vault.asset.symbol, isInUnderlying })}
        rows={rows}
        rowKey={({ name }) => name}
        narrow={isInUnderlying ? "scroll" : "fit"}
      />
      <p className="mt-2 text-12 text-ink-3">{feesText(realised)}</p>
    </>
  );
}

type Head = { readonly net: PartRow; readonly symbol: string; readonly isInUnderlying: boolean };

function columns({ net, symbol, isInUnderlying }: Head): readonly Column<PartRow>[] {
  const foot = (text: string) => <Signed value={net.sign}>{text}</Signed>;
  const all: readonly Column<PartRow>[] = [
    { key: "name", head: "Whole vault", rowHeader: true, cell: ({ name }) => name, foot: net.name },
    { key: "asset", head: symbol, align: "right", cell: ({ inAsset }) => inAsset, foot: foot(net.inAsset) },
    { key: "usd", head: "US dollars", align: "right", cell: ({ inUsd }) => inUsd, foot: foot(net.inUsd) },
    { key: "share", head: "Of deposits, added up", align: "right", cell: ({ share }) => share, foot: foot(net.share) },
  ];
  // a quote counts as one dollar: the same column twice says nothing
  return isInUnderlying ? all : all.filter(({ key }) => key !== "usd");
}

/** What the fees took, two ways: of the premium, and of the compounded return. */
function feesText({ shares, compounded, compoundedBeforeFees }: RealisedReturn): string {
  const before = formatSignedPercent(compoundedBeforeFees);
  const fees = `Before any fee the return would have been ${before}, after them it was ${formatSignedPercent(compounded)}.`;
  return shares.premium > 0
    ? `Fees took ${formatPercent(feesOf(shares) / shares.premium, 1)} of the premium. ${fees}`
    : fees;
}

import { Section } from "@/components/layout/Section";
import { TwoColumns } from "@/components/layout/TwoColumns";
import { AddressText } from "@/components/ui/AddressText";
import { type Column, DataTable } from "@/components/ui/DataTable";
import { Meter } from "@/components/ui/Meter";
import { formatPercent } from "@/lib/format/formatPercent";
import { formatAmount } from "@/lib/format/formatToken";
import { fixedText } from "@/lib/format/numberText";
import { wadToNumber } from "@/lib/units/Wad";
import type { Fill } from "@/lib/vault/Epoch";
import { type MakerShare, makerShares } from "@/lib/vault/makerShares";
import type { Vault } from "@/lib/vault/Vault";

type Props = { readonly vault: Vault; readonly fills: readonly Fill[] };

/** Who took the other side of the vault's sales: of this epoch, and of all. */
export function MakersSection({ vault, fills }: Props) {
  const { number, phase } = vault.epoch;
  const ofEpoch = makerShares(fills.filter(({ epoch }) => epoch === number));
  const epochs = new Set(fills.map(({ epoch }) => epoch)).size;
  const title = phase === "idle" ? `Epoch ${number}, the last one` : `Epoch ${number}, this one`;
  return (
    <Section title="Who takes the other side" aside="From the sales’ own events">
      <TwoColumns>
        <Makers caption={title} shares={ofEpoch} vault={vault} />
        <div className="mt-6 md:mt-0">
          <Makers
            caption={epochs === 1 ? "1 epoch with a sale" : `All ${epochs} epochs with a sale`}
            shares={makerShares(fills)}
            vault={vault}
          />
        </div>
      </TwoColumns>
    </Section>
  );
}

type MakersProps = { readonly caption: string; readonly shares: readonly MakerShare[]; readonly vault: Vault };

function Makers({ caption, shares, vault }: MakersProps) {
  return (
    <div>
      <h3 className="mb-3 text-13 font-medium">{caption}</h3>
      {shares.length === 0 ? (
        <p className="text-13 text-ink-2">Nothing was sold.</p>
      ) : (
        <DataTable
          caption={`Makers, ${caption}`}
          columns={columns(vault)}
          rows={shares}
          rowKey={({ maker }) => maker}
          narrow="fit"
        />
      )}
    </div>
  );
}

function columns({ asset }: Vault): readonly Column<MakerShare>[] {
  return [
    { key: "maker", head: "Maker", rowHeader: true, cell: ({ maker }) => <AddressText address={maker} /> },
    {
      key: "size",
      head: "Packages",
      align: "right",
      onlyWide: true,
      cell: ({ size }) => fixedText(wadToNumber(size), 0),
    },
    {
      key: "premium",
      head: `Paid, ${asset.symbol}`,
      align: "right",
      cell: ({ premium }) => formatAmount(premium, asset.decimals),
    },
    {
      key: "share",
      head: "Share",
      align: "right",
      cell: ({ share }) => (
        <>
          {formatPercent(share, 0)}
          <span className="ml-auto block w-16 md:w-24">
            <Meter share={share} label={`${formatPercent(share, 0)} of all packages`} />
          </span>
        </>
      ),
    },
  ];
}

import { memo } from "react";
import { Section } from "@/components/layout/Section";
import { ButtonLink } from "@/components/ui/ButtonLink";
import { type Column, DataTable } from "@/components/ui/DataTable";
import { payoffRange } from "@/components/vault/payoffShape";
import { vaultTitle } from "@/components/vault/vaultTitle";
import { formatPercent } from "@/lib/format/formatPercent";
import { formatStrike } from "@/lib/format/formatPrice";
import { fixedText } from "@/lib/format/numberText";
import { MOST_DISTANCE } from "@/lib/products/matchProducts";
import type { BuildFigures } from "./BuildFigures";
import type { Exit, Exits } from "./exits";
import { mismatchWords } from "./matchWords";

export type ExitSectionProps = { readonly figures: BuildFigures; readonly exits: Exits };

/** The vaults, and splits over two of them, that come near the structure; why each other does not. */
export const ExitSection = memo(function ExitSection({ figures, exits }: ExitSectionProps) {
  const { ways, others } = exits;
  const { lo, hi } = payoffRange(figures);
  return (
    <Section title="Where you can have it" aside="as their next epochs would open now">
      {ways.length === 0 ? (
        <p className="text-13 text-ink-2">No vault, and no two vaults of one asset, come near this structure today.</p>
      ) : (
        <DataTable
          caption="Vaults that come near the structure"
          columns={COLUMNS}
          rows={ways}
          rowKey={({ href }) => href}
          narrow="blocks"
        />
      )}
      <p className="mt-3 text-12 text-ink-3">
        Distance: what is left of the structure’s result at expiry, in the mean square from {formatStrike(lo)} to{" "}
        {formatStrike(hi)}, beside the nearest amount of the vault, whose strikes lie as far from spot as in its last
        epoch. 0% is the same payoff; up to {formatPercent(MOST_DISTANCE, 0)} counts as near.
      </p>
      {others.length === 0 ? null : (
        <ul aria-label="Vaults that do not match" className="build-others">
          {others.map(({ vault, reason }) => (
            <li key={vault.address}>
              <b>{vaultTitle(vault)}</b> {mismatchWords(reason, vault, figures)}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
});

const COLUMNS: readonly Column<Exit>[] = [
  {
    key: "vault",
    head: "Vault or split",
    rowHeader: true,
    cell: ({ vaults, weights }) =>
      vaults.length === 1
        ? vaults.map(vaultTitle)
        : vaults.map((vault, index) => `${formatPercent(weights[index] ?? 0, 0)} ${vaultTitle(vault)}`).join(", "),
  },
  { key: "distance", head: "Distance", align: "right", cell: ({ distance }) => formatPercent(distance, 0) },
  {
    key: "deposit",
    head: "Deposit that comes nearest",
    align: "right",
    cell: ({ deposit, vaults }) => {
      const asset = vaults[0]?.asset;
      if (deposit === null || asset === undefined) return "–";
      return `${fixedText(deposit, asset.decimals > 6 ? 4 : 2)} ${asset.symbol}`;
    },
  },
  {
    key: "go",
    head: <span className="visually-hidden">Go there</span>,
    align: "right",
    cell: ({ href, vaults }) => (
      <ButtonLink size="sm" href={href}>
        {vaults.length === 1 ? "Deposit" : "Split"}
      </ButtonLink>
    ),
  },
];

import { type Column, DataTable } from "@/components/ui/DataTable";
import { Disclosure } from "@/components/ui/Disclosure";
import { formatCost } from "@/lib/format/formatCost";
import { formatPercent } from "@/lib/format/formatPercent";
import { grouped } from "@/lib/format/numberText";
import { bpsToNumber } from "@/lib/units/Bps";
import type { EpochCosts, StepCost } from "@/lib/vault/epochCosts";
import type { GasStep } from "@/lib/vault/requestGas";
import type { VaultFigures } from "./VaultFigures";

type Props = { readonly network: EpochCosts["network"]; readonly vault: VaultFigures["vault"] };

const STEP_NAMES: Readonly<Record<GasStep["name"], string>> = {
  deposit: "Request the deposit",
  claimShares: "Claim the shares",
  withdrawal: "Request the withdrawal",
  claimAssets: "Claim the assets",
};

/** How the costs are counted, with the four transactions; what is in and what is not. */
export function CostsDefinition({ network, vault: { terms } }: Props) {
  const management = formatPercent(bpsToNumber(terms.managementFee), 1);
  const performance = formatPercent(bpsToNumber(terms.performanceFee), 0);
  return (
    <Disclosure summary="How this is counted">
      <div className="grid max-w-3xl gap-3 text-13 text-ink-2">
        <p>
          <b className="font-medium text-ink">Fees.</b> Management: {management} a year on the assets, for the days in
          the epoch. Performance: {performance} of what the shares gain above their high-water mark. Both are those of
          an epoch without a payout, the dearest case; nothing is taken on deposit, on withdrawal or between epochs.
        </p>
        <p>
          <b className="font-medium text-ink">Network fees.</b> The gas that this project’s contract tests measured for
          each call, cold and for the first time, with 21,000 for the transaction and 16 for each byte of its data, at
          the gas price that the node names now. A rollup’s own fee for data, and an approval where a token takes no
          permit, come on top.
        </p>
        <p>
          <b className="font-medium text-ink">Break-even.</b> Network fees ÷ (premium − both fees), in whole epochs, as
          if none paid out. <b className="font-medium text-ink">Smallest sensible deposit.</b> The one at which that is
          exactly one epoch. Neither is a forecast: epochs that pay out take longer.
        </p>
        {network === null ? null : (
          <DataTable
            caption="The four transactions"
            columns={COLUMNS}
            rows={network.steps}
            rowKey={({ name }) => name}
            narrow="fit"
          />
        )}
      </div>
    </Disclosure>
  );
}

const COLUMNS: readonly Column<StepCost>[] = [
  { key: "name", head: "Transaction", rowHeader: true, cell: ({ name }) => STEP_NAMES[name] },
  { key: "gas", head: "Gas, at most", align: "right", cell: ({ gas }) => grouped(String(gas)) },
  { key: "usd", head: "Now", align: "right", cell: ({ usd }) => formatCost(usd) },
];

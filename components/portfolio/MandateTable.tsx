import { type Column, DataTable } from "@/components/ui/DataTable";
import { Tag } from "@/components/ui/Tag";
import { vaultTitle } from "@/components/vault/vaultTitle";
import { limitShare, limitTitle } from "@/lib/format/describeMandate";
import type { Mandate } from "@/lib/risk/mandate/Mandate";
import { type LimitState, mandateCheck } from "@/lib/risk/mandate/mandateCheck";
import type { MandateFigures } from "@/lib/risk/mandate/mandateFigures";

const STANDINGS = { kept: "within", broken: "over the limit", unknown: "not computed yet" } as const;

type Props = { readonly mandate: Mandate; readonly figures: MandateFigures };

/** Where each limit stands now. */
export function MandateTable({ mandate, figures }: Props) {
  const states = mandateCheck(figures, mandate);
  if (states.length === 0) return <p className="text-13 text-ink-2">No limit is set for this address.</p>;
  const columns: readonly Column<LimitState>[] = [
    { key: "limit", head: "Limit", rowHeader: true, cell: ({ limit }) => limitTitle(limit) },
    { key: "most", head: "At most", align: "right", cell: ({ most }) => limitShare(most) },
    { key: "now", head: "Now", align: "right", cell: (state) => <Now state={state} figures={figures} /> },
    {
      key: "standing",
      head: "State",
      align: "right",
      cell: ({ standing }) => <Tag tone={standing === "broken" ? "warning" : undefined}>{STANDINGS[standing]}</Tag>,
    },
  ];
  return (
    <DataTable
      caption="State of the limits"
      columns={columns}
      rows={states}
      rowKey={({ limit }) => limit}
      narrow="fit"
    />
  );
}

function Now({ state, figures }: { readonly state: LimitState; readonly figures: MandateFigures }) {
  const { largestVault } = figures;
  return (
    <>
      {limitShare(state.now)}
      {state.limit === "largestSharePerVault" && largestVault !== null ? (
        <small className="block text-ink-3">{vaultTitle({ name: largestVault })}</small>
      ) : null}
    </>
  );
}

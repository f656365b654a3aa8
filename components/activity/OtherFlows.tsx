"use client";

import type { ReactNode } from "react";
import { Section } from "@/components/layout/Section";
import { listedVaults } from "@/components/listed/listedVaults";
import { useChainName } from "@/hooks/useChainName";
import { useChainTime } from "@/hooks/useChainTime";
import { useListed } from "@/hooks/useListed";
import { useListedFlows } from "@/hooks/useListedFlows";
import { useUnits } from "@/hooks/useUnits";
import { errorMessage } from "@/lib/format/errorMessage";
import type { Address } from "@/lib/vault/Token";
import { NewestFirst } from "./NewestFirst";
import { OtherFlowsTable, OtherResultsTable } from "./OtherFlowsTable";
import { otherFlowRows, otherResults } from "./otherFlowRows";

/** What an address moved through vaults of other protocols, and what came of it. Nothing where it never did. */
export function OtherFlows({ account }: { readonly account: Address }) {
  const { data: listed, error } = useListedFlows(account);
  const { outcomes } = useListed([account]);
  const chainName = useChainName();
  const time = useChainTime(60);
  const { offsetMinutes } = useUnits();
  if (listed === undefined || outcomes === undefined || time === undefined) {
    return error ? <Unread>{errorMessage(error, chainName).what}</Unread> : null;
  }
  const vaults = listedVaults(outcomes);
  const flows = otherFlowRows(listed, vaults);
  const results = otherResults(flows, vaults);
  const failed = listed.flatMap((one) => (one.ok ? [] : [one]));
  if (flows.length === 0 && results.length === 0 && failed.length === 0) return null;
  return (
    <Section title="In other protocols" aside="Read from their own contracts’ events">
      <div className="foreign">
        {results.length > 0 ? <OtherResultsTable results={results} /> : null}
        {flows.length > 0 ? (
          <NewestFirst
            rows={flows}
            what="flows"
            render={(some) => <OtherFlowsTable rows={some} clock={{ now: time.now, offsetMinutes }} />}
          />
        ) : null}
      </div>
      {failed.map(({ entry, failure }) => (
        <Unread key={entry.address}>
          {entry.name ?? entry.address}: {errorMessage(failure, chainName).what}
        </Unread>
      ))}
      <p className="mt-3 text-12 text-ink-3">
        Result = worth now + taken out − put in, and only where the shares of all flows are the shares held. A pool that
        pays interest by making more of its token counts no shares, so nobody can tell that here.
      </p>
    </Section>
  );
}

function Unread({ children }: { readonly children: ReactNode }) {
  return <p className="mt-3 text-13 text-warning">Flows in other protocols could not be read. {children}</p>;
}

"use client";

import { useState } from "react";
import { Section } from "@/components/layout/Section";
import { Panel } from "@/components/ui/Panel";
import { LedgerScreens } from "../transaction/LedgerGuide";
import { LedgerAccountRow } from "../wallet/LedgerAccountRow";
import { LedgerProgress } from "../wallet/LedgerProgress";
import { LedgerWaiting } from "../wallet/LedgerWaiting";
import { LEDGER_ACCOUNTS, LEDGER_PERMIT, LEDGER_WAITS } from "./sampleLedger";

/** The hardware wallet's dialog in every state, and what the review says of a permit. */
export function SampleLedger() {
  const [picked, setPicked] = useState(LEDGER_ACCOUNTS[0]?.path);
  return (
    <Section title="Hardware wallet" aside="One dialog; the device always has the last word">
      <div className="grid gap-4 md:grid-cols-3">
        {LEDGER_WAITS.map((wait) => (
          <Panel key={wait.title}>
            <div className="panel-body">
              <h3 className="text-16 font-medium">{wait.title}</h3>
              <p className="mt-1 text-13 text-ink-2">{wait.lead}</p>
              <LedgerProgress current={wait.step} />
              <LedgerWaiting wait={wait} />
            </div>
          </Panel>
        ))}
      </div>
      <div className="mt-4 grid gap-4 md:grid-cols-2">
        <Panel>
          <div className="panel-body">
            <LedgerProgress current="choose" />
            <fieldset className="choice choice-stacked mt-4">
              <legend className="visually-hidden">Accounts</legend>
              {LEDGER_ACCOUNTS.map((account) => (
                <LedgerAccountRow
                  key={account.path}
                  {...account}
                  isPicked={account.path === picked}
                  onPick={() => setPicked(account.path)}
                />
              ))}
            </fieldset>
          </div>
        </Panel>
        <Panel>
          <div className="panel-body">
            <LedgerScreens request={LEDGER_PERMIT} isBlindSigningOn />
          </div>
        </Panel>
      </div>
    </Section>
  );
}

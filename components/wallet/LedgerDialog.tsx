"use client";

import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { Dialog } from "@/components/ui/Dialog";
import type { LedgerChoosing } from "@/hooks/useLedgerChoice";
import { describeLedgerWait, type LedgerWait } from "@/lib/format/describeLedgerWait";
import { LedgerAccounts } from "./LedgerAccounts";
import { LedgerProgress } from "./LedgerProgress";
import { LedgerWaiting } from "./LedgerWaiting";

const LOOKING: LedgerWait = {
  step: "connect",
  title: "Connect your Ledger",
  lead: "This takes a few seconds.",
  done: [],
  waitsFor: "Looking for your Ledger",
  canFind: false,
  onDevice: [],
};

/** From the plug to an account, in one dialog: what is in the way is said, and it goes on by itself once that is done. */
export function LedgerDialog({ choosing }: { readonly choosing: LedgerChoosing }) {
  const { state, find, cancel } = choosing;
  if (state.kind === "choosing") return <AccountStep choosing={choosing} accounts={state.accounts} />;
  const wait = state.kind === "looking" ? LOOKING : describeLedgerWait(state.failure, state.wasFound);
  return (
    <Dialog
      open
      onClose={cancel}
      title={wait.title}
      lead={wait.lead}
      footer={
        <>
          <Button variant="ghost" onClick={cancel}>
            Cancel
          </Button>
          {wait.canFind ? (
            <Button variant="primary" onClick={find}>
              Find my device
            </Button>
          ) : null}
        </>
      }
    >
      <LedgerProgress current={wait.step} />
      <LedgerWaiting wait={wait} />
    </Dialog>
  );
}

type Accounts = Extract<LedgerChoosing["state"], { kind: "choosing" }>["accounts"];

function AccountStep({ choosing, accounts }: { readonly choosing: LedgerChoosing; readonly accounts: Accounts }) {
  const [picked, setPicked] = useState<string | null>(null);
  const account = accounts.find(({ path }) => path === picked) ?? accounts[0];
  const { choose, cancel } = choosing;
  return (
    <Dialog
      open
      wide
      onClose={cancel}
      title="Choose an account"
      lead="Read from the device. Nothing is signed, and you can come back for another one at any time."
      footer={
        <>
          <Button variant="ghost" onClick={cancel}>
            Cancel
          </Button>
          {account === undefined ? (
            <Button variant="primary" busy="Reading addresses">
              Use this account
            </Button>
          ) : (
            <Button variant="primary" onClick={() => choose(account)}>
              Use this account
            </Button>
          )}
        </>
      }
    >
      <LedgerProgress current="choose" />
      <LedgerAccounts choosing={choosing} picked={account?.path ?? null} onPick={setPicked} />
    </Dialog>
  );
}

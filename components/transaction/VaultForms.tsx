"use client";

import { useState } from "react";
import { Panel } from "@/components/ui/Panel";
import { Tabs } from "@/components/ui/Tabs";
import { useOnceConfirmed } from "@/hooks/useOnceConfirmed";
import { useTakenFragment } from "@/hooks/useTakenFragment";
import { useTellDeposit } from "@/hooks/useTellDeposit";
import type { Vault } from "@/lib/vault/Vault";
import { askedForm } from "./askedForm";
import { DepositForm } from "./DepositForm";
import { EMPTY_DEPOSIT } from "./depositDraft";
import { NodesDisagree } from "./NodesDisagree";
import { ReadOnlyNotice } from "./ReadOnlyNotice";
import { WithdrawForm } from "./WithdrawForm";
import { YourPosition } from "./YourPosition";

const TABS = [
  { value: "deposit", label: "Deposit" },
  { value: "withdraw", label: "Withdraw" },
] as const;

/** Put in, take out, and what you have in it. What was typed stays when the tab changes, and goes once it is done; a link may begin it. */
export function VaultForms({ vault }: { readonly vault: Vault }) {
  const [tab, setTab] = useState<"deposit" | "withdraw">("deposit");
  const [deposit, setDeposit] = useState(EMPTY_DEPOSIT);
  const [sharesText, setSharesText] = useState("");
  useTakenFragment((fragment) => {
    const asked = askedForm(fragment);
    if (asked === null) return false;
    setTab(asked.form);
    if (asked.form === "deposit") setDeposit({ ...EMPTY_DEPOSIT, text: asked.text });
    return true;
  });
  useTellDeposit(vault.address, deposit.text);
  useOnceConfirmed(() => {
    setDeposit((draft) => ({ ...draft, text: "" }));
    setSharesText("");
  });
  return (
    <>
      <ReadOnlyNotice />
      <NodesDisagree vault={vault} />
      <Panel>
        <Tabs label="Deposit or withdraw" tabs={TABS} value={tab} onChange={setTab}>
          <div className="panel-body">
            {tab === "deposit" ? (
              <DepositForm vault={vault} draft={deposit} onDraft={setDeposit} />
            ) : (
              <WithdrawForm vault={vault} text={sharesText} onText={setSharesText} />
            )}
          </div>
        </Tabs>
      </Panel>
      <YourPosition vault={vault} />
    </>
  );
}

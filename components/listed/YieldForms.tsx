"use client";

import { useState } from "react";
import { ReadOnlyNotice } from "@/components/transaction/ReadOnlyNotice";
import { KeyValueList } from "@/components/ui/KeyValueList";
import { Panel } from "@/components/ui/Panel";
import { Tabs } from "@/components/ui/Tabs";
import { useOnceConfirmed } from "@/hooks/useOnceConfirmed";
import { formatToken } from "@/lib/format/formatToken";
import type { ListedVaultRow } from "./listedVaults";
import { YieldDepositForm } from "./YieldDepositForm";
import { NO_WITHDRAWAL, YieldWithdrawForm } from "./YieldWithdrawForm";

const TABS = [
  { value: "deposit", label: "Deposit" },
  { value: "withdraw", label: "Withdraw" },
] as const;

/** Put in, take out, and what the account has there. What was typed goes once it is done. */
export function YieldForms(row: ListedVaultRow) {
  const [tab, setTab] = useState<"deposit" | "withdraw">("deposit");
  const [text, setText] = useState("");
  const [withdrawal, setWithdrawal] = useState(NO_WITHDRAWAL);
  useOnceConfirmed(() => {
    setText("");
    setWithdrawal(NO_WITHDRAWAL);
  });
  return (
    <>
      <ReadOnlyNotice />
      <Panel>
        <Tabs label="Deposit or withdraw" tabs={TABS} value={tab} onChange={setTab}>
          <div className="panel-body">
            {tab === "deposit" ? (
              <YieldDepositForm {...row} text={text} onText={setText} />
            ) : (
              <YieldWithdrawForm {...row} draft={withdrawal} onDraft={setWithdrawal} />
            )}
          </div>
        </Tabs>
      </Panel>
      <YourYield {...row} />
    </>
  );
}

/** Nothing without a position. */
function YourYield({ vault, position }: ListedVaultRow) {
  if (!position || position.shares === 0n) return null;
  return (
    <section className="mt-6 px-5" aria-labelledby="your-position">
      <h2 id="your-position" className="mb-2 text-14 font-medium">
        Your position
      </h2>
      <KeyValueList
        items={[
          { key: "Shares", value: formatToken(position.shares, vault.share) },
          { key: "Worth now", value: formatToken(position.assets, vault.asset) },
        ]}
      />
    </section>
  );
}

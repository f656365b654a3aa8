"use client";

import { Section } from "@/components/layout/Section";
import { READ_ONLY } from "@/components/transaction/ReadOnlyNotice";
import { Button } from "@/components/ui/Button";
import { Disclosure } from "@/components/ui/Disclosure";
import { Icon } from "@/components/ui/Icon";
import { useDifferentCode } from "@/hooks/useDifferentCode";
import { useTransaction } from "@/hooks/useTransaction";
import type { Address } from "@/lib/vault/Token";
import { ElsewhereCall } from "./ElsewhereCall";
import type { ExitAction, ExitVault } from "./exitRows";
import { PriceProofPart } from "./PriceProofPart";

type Props = {
  readonly vault: ExitVault;
  readonly account: Address;
  /** The account is the connected one, and may act. */
  readonly isOwn: boolean;
  readonly isConnected: boolean;
};

/** One vault: where it stands, and everything that the address has there, each with its one action. */
export function ExitVaultSection({ vault, account, isOwn, isConnected }: Props) {
  return (
    <Section title={vault.title}>
      <p className="mb-3 text-13 text-ink-2">{vault.state}</p>
      <ul className="grid gap-3" aria-label={`What is held in ${vault.title}`}>
        {vault.actions.map((action) => (
          <ExitItem
            key={action.key}
            action={action}
            account={account}
            maySend={isOwn || (action.isForAll && isConnected)}
            vault={vault}
          />
        ))}
      </ul>
    </Section>
  );
}

type ItemProps = {
  readonly action: ExitAction;
  readonly account: Address;
  readonly maySend: boolean;
  readonly vault: ExitVault;
};

function ExitItem({ action, account, maySend, vault }: ItemProps) {
  const { intend } = useTransaction();
  const isReadOnly = useDifferentCode().length > 0;
  return (
    <li className="grid gap-2 border-hairline border-t pt-3 text-13">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="grid gap-0.5">
          <b className="flex items-center gap-2 font-medium">
            <Icon name={action.isReady ? "arrow" : "clock"} small /> {action.title}
          </b>
          <span className="text-ink-2">{action.text}</span>
          <span className="text-12 text-ink-3">{action.when}</span>
        </div>
        {maySend ? (
          <Button
            size="sm"
            variant={action.isReady && !action.isForAll ? "primary" : "secondary"}
            onClick={() => intend(action.intent)}
            reason={isReadOnly ? READ_ONLY : undefined}
            ariaLabel={`${action.verb}: ${action.title}, ${vault.title}`}
          >
            {action.verb}
          </Button>
        ) : null}
      </div>
      {action.needsPrice && vault.vault ? <PriceProofPart vault={vault.vault} /> : null}
      <Disclosure summary={`${action.verb}: the call, to send from elsewhere`}>
        <ElsewhereCall action={action} account={account} />
      </Disclosure>
    </li>
  );
}

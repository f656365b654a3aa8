"use client";

import { Banner } from "@/components/ui/Banner";
import { KeyValueList } from "@/components/ui/KeyValueList";
import { useLedgerActivity } from "@/hooks/useLedgerActivity";
import { describeLedgerRequest, type HashToCompare } from "@/lib/format/describeLedgerRequest";
import type { LedgerRequest } from "@/lib/transaction/LedgerRequest";
import { type LedgerScreen, ledgerScreens } from "@/lib/transaction/ledgerScreens";

/** While a Ledger is asked: what it is doing, and the screens that it will really show, in order. Nothing for other wallets. */
export function LedgerGuide() {
  const activity = useLedgerActivity();
  switch (activity?.kind) {
    case "connecting":
    case "reading":
      return (
        <Banner tone="info" title="Looking for your Ledger.">
          It has to be plugged in, unlocked, and its Ethereum app open.
        </Banner>
      );
    case "resting":
      return (
        <Banner tone="info" title="Your Ledger still shows the request before.">
          It takes the next one in a few seconds.
        </Banner>
      );
    case "confirming":
      return <Confirming request={activity.request} isBlindSigningOn={activity.isBlindSigningOn ?? true} />;
    default:
      return null;
  }
}

type ConfirmingProps = { readonly request: LedgerRequest; readonly isBlindSigningOn: boolean };

function Confirming({ request, isBlindSigningOn }: ConfirmingProps) {
  const { hidden, settings, hashes } = describeLedgerRequest(request);
  const screens = ledgerScreens(request, { isBlindSigningOn, showsRawMessages: false });
  return (
    <section className="grid gap-3" aria-label="On your Ledger">
      <h3 className="text-13 font-medium">On your Ledger, in this order</h3>
      <ol className="grid list-decimal gap-1 pl-5 text-13 text-ink-2">
        {screens.map((screen) => (
          <Screen key={`${screen.kind} ${screen.title} ${screen.value}`} screen={screen} />
        ))}
      </ol>
      {hidden === "" ? null : (
        <Banner tone="warning" title="What it does not show.">
          {hidden}
        </Banner>
      )}
      {hashes.length === 0 ? null : <KeyValueList small items={hashes.map(hashItem)} />}
      {settings.map((sentence) => (
        <p key={sentence} className="text-12 text-ink-3">
          {sentence}
        </p>
      ))}
    </section>
  );
}

function Screen({ screen }: { readonly screen: LedgerScreen }) {
  return (
    <li>
      <span className="text-ink">{screen.title}</span>
      {screen.value === null ? null : <span className="mono break-all"> {screen.value}</span>}
    </li>
  );
}

function hashItem({ name, value, isShown }: HashToCompare) {
  return {
    key: isShown ? `${name}, compare it` : `${name}, not shown there`,
    value: <span className="mono break-all">{value}</span>,
  };
}

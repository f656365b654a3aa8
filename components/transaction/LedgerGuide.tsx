"use client";

import { Banner } from "@/components/ui/Banner";
import { Disclosure } from "@/components/ui/Disclosure";
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
      return <LedgerScreens request={activity.request} isBlindSigningOn={activity.isBlindSigningOn ?? true} />;
    default:
      return null;
  }
}

type LedgerScreensProps = { readonly request: LedgerRequest; readonly isBlindSigningOn: boolean };

/** The device's screens for one request, with and without the setting that nobody can ask it for; what they hide, and what to compare instead. */
export function LedgerScreens({ request, isBlindSigningOn }: LedgerScreensProps) {
  const { hidden, settings, hashes } = describeLedgerRequest(request);
  const screens = ledgerScreens(request, { isBlindSigningOn, showsRawMessages: false });
  const rawScreens = ledgerScreens(request, { isBlindSigningOn, showsRawMessages: true });
  const hasRaw = request.kind === "typedData" && isBlindSigningOn;
  return (
    <section className="grid gap-3" aria-label="On your Ledger">
      <h3 className="text-13 font-medium">
        On your Ledger, in this order{hasRaw ? ", while its setting “Raw messages” is off" : ""}
      </h3>
      <ScreenList screens={screens} label="Screens of your Ledger" />
      {hasRaw ? (
        <Disclosure summary="While “Raw messages” is on: every field, in this order">
          <ScreenList screens={rawScreens} label="Screens with “Raw messages” on" />
        </Disclosure>
      ) : null}
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

function ScreenList({ screens, label }: { readonly screens: readonly LedgerScreen[]; readonly label: string }) {
  // The same screen may come twice; its place tells it from the other.
  const placed = screens.map((screen, place) => ({ screen, place }));
  return (
    <ol className="grid list-decimal gap-1 pl-5 text-13 text-ink-2" aria-label={label}>
      {placed.map(({ screen, place }) => (
        <li key={place}>
          <span className="text-ink">{screen.title}</span>
          {screen.value === null ? null : <span className="mono break-all"> {screen.value}</span>}
        </li>
      ))}
    </ol>
  );
}

function hashItem({ name, value, isShown }: HashToCompare) {
  return {
    key: isShown ? `${name}, compare it` : `${name}, not shown there`,
    value: <span className="mono break-all">{value}</span>,
  };
}

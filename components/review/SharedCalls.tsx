"use client";

import { Section } from "@/components/layout/Section";
import { AddressText } from "@/components/ui/AddressText";
import { CodeWell } from "@/components/ui/CodeWell";
import { CopyArea } from "@/components/ui/CopyArea";
import { Disclosure } from "@/components/ui/Disclosure";
import { Icon } from "@/components/ui/Icon";
import { useChainSource } from "@/hooks/useChainSource";
import { useChainTime } from "@/hooks/useChainTime";
import { describeSharedViolation, describeUnknownCall } from "@/lib/format/describeShared";
import { formatTokenExact } from "@/lib/format/formatToken";
import type { SharedCall, SharedReview } from "@/lib/transaction/SharedReview";
import { unixSeconds } from "@/lib/units/UnixSeconds";
import { type AddressBook, namedAddress } from "../transaction/addressBook";
import { callRows } from "../transaction/callRows";
import { knownNames, unitsOf } from "./knownNames";

const COIN = { symbol: "ETH", decimals: 18 };

/** Every call in its order: decoded where it is ours, as bytes where it is not, and what it breaks right under it. */
export function SharedCalls({ review }: { readonly review: SharedReview }) {
  const { deployment } = useChainSource();
  const { account } = review.plan;
  const book = knownNames(deployment, review.plan);
  const placed = review.calls.map((shared, place) => ({ shared, place }));
  return (
    <Section
      title="What the account sends"
      aside={review.calls.length === 1 ? "1 call" : `${review.calls.length} calls`}
    >
      <p className="mb-4 text-13 text-ink-2">
        From <AddressText address={account} full />
      </p>
      <ol className="grid grid-cols-1 gap-5" aria-label="Calls">
        {placed.map(({ shared, place }) => (
          <li key={place} className="grid grid-cols-1 gap-2">
            <h3 className="text-13 font-medium">
              {place + 1} of {placed.length}
            </h3>
            <CallWell shared={shared} book={book} />
            <Remarks shared={shared} />
            <RawCalldata shared={shared} place={place + 1} />
          </li>
        ))}
      </ol>
    </Section>
  );
}

function CallWell({ shared, book }: { readonly shared: SharedCall; readonly book: AddressBook }) {
  const { deployment } = useChainSource();
  const now = useChainTime(60)?.now ?? unixSeconds(0n);
  const { call, decoded } = shared;
  if (decoded.ok) {
    const rows = callRows(decoded.call, { book, ...unitsOf(decoded.call, deployment), now });
    return <CodeWell title={decoded.call.functionName} target={namedAddress(book, call.to)} rows={rows} />;
  }
  const selector = call.calldata.slice(0, 10);
  return (
    <CodeWell
      title="Unknown call"
      target={decoded.reason === "target" ? call.to : namedAddress(book, call.to)}
      rows={[
        { name: "selector", value: selector === "0x" ? "none" : selector },
        { name: "value", value: formatTokenExact(call.value, COIN) },
      ]}
    />
  );
}

function Remarks({ shared: { decoded, violations } }: { readonly shared: SharedCall }) {
  const unknown = decoded.ok ? [] : [describeUnknownCall(decoded.reason)];
  const sentences = [...unknown, ...violations.map(describeSharedViolation)];
  return sentences.map((sentence) => (
    <p key={sentence} className="flex items-start gap-2 text-13 text-loss">
      <Icon name="warning" className="mt-0.5" />
      <span className="wrap-anywhere min-w-0">{sentence}</span>
    </p>
  ));
}

function RawCalldata({ shared, place }: { readonly shared: SharedCall; readonly place: number }) {
  const { calldata } = shared.call;
  const bytes = calldata.length / 2 - 1;
  return (
    <Disclosure summary={`Raw calldata, ${bytes} bytes`} open={!shared.decoded.ok}>
      <CopyArea label={`Calldata of call ${place}`} text={calldata} />
    </Disclosure>
  );
}

"use client";

import { useState } from "react";
import { Section } from "@/components/layout/Section";
import type { Held } from "@/components/transaction/requestRow";
import { Select } from "@/components/ui/Select";
import { vaultTitle } from "@/components/vault/vaultTitle";
import { useUnits } from "@/hooks/useUnits";
import type { Clock } from "@/lib/format/formatZonedDate";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import type { VaultBook } from "./activityBook";
import type { FileInput } from "./activityFiles";
import { EmptyActivity } from "./EmptyActivity";
import { FilesSection } from "./FilesSection";
import { FlowsTable } from "./FlowsTable";
import { flowRows } from "./flowRows";
import { lifeRow } from "./lifeRow";
import { NewestFirst } from "./NewestFirst";
import { RequestsTable } from "./RequestsTable";
import type { ActivityBook } from "./useActivityBook";
import { VaultResults } from "./VaultResults";

type Props = FileInput & {
  readonly isOwn: boolean;
  readonly held: readonly Held[];
  readonly now: UnixSeconds;
  readonly prices: ActivityBook["prices"];
};

const ALL = "all";

/** Requests, results and cash flows of all vaults, or of the one that is chosen, and all of it as files. */
export function PastActivity({ account, isOwn, books, block, held, now, prices }: Props) {
  const [chosen, setChosen] = useState<string>(ALL);
  const { offsetMinutes } = useUnits();
  const clock = { now, offsetMinutes };
  if (books.length === 0) return <EmptyActivity isOwn={isOwn} />;
  const isKnown = books.some(({ vault }) => vault.address === chosen);
  const shown = isKnown ? books.filter(({ vault }) => vault.address === chosen) : books;
  return (
    <>
      <Section
        title="Requests"
        aside={<VaultChoice books={books} value={isKnown ? chosen : ALL} onChange={setChosen} />}
      >
        <Requests books={shown} clock={clock} />
      </Section>
      <Section title="By vault" aside="At the share price of the last settlement">
        <PriceNote prices={prices} />
        <VaultResults books={shown} />
        <p className="mt-3 text-12 text-ink-3">
          Result = there now + taken out − put in. Cost is average cost, in dollars at the price of each flow’s time.
          What open options have made since the last settlement is not in it. Fees are in the share price.
        </p>
      </Section>
      <Section title="All cash flows" aside="Prices by the feed at that time">
        <Flows books={shown} clock={clock} />
        <p className="mt-3 text-12 text-ink-3">
          A deposit counts when it is asked for, a withdrawal when it is claimed. Shares that were sent or received
          count at the share price of that day, and are no profit. A stablecoin counts as one dollar.
        </p>
      </Section>
      <FilesSection account={account} books={books} block={block} held={held} now={now} />
    </>
  );
}

type Choice = {
  readonly books: readonly VaultBook[];
  readonly value: string;
  readonly onChange: (value: string) => void;
};

function VaultChoice({ books, value, onChange }: Choice) {
  if (books.length < 2) return null;
  const vaults = books.map(({ vault }) => ({ value: vault.address as string, label: vaultTitle(vault) }));
  return (
    <Select label="Show" options={[{ value: ALL, label: "All vaults" }, ...vaults]} value={value} onChange={onChange} />
  );
}

type ListProps = { readonly books: readonly VaultBook[]; readonly clock: Clock };

function Requests({ books, clock }: ListProps) {
  const rows = books
    .flatMap(({ vault, lives }) => lives.map((life) => lifeRow(life, vault, clock)))
    .toReversed()
    .toSorted((a, b) => Number(b.requestedAt - a.requestedAt));
  if (rows.length === 0) {
    return <p className="text-13 text-ink-2">None: its shares came from somebody else.</p>;
  }
  return <NewestFirst rows={rows} what="requests" render={(some) => <RequestsTable rows={some} />} />;
}

function Flows({ books, clock }: ListProps) {
  const rows = flowRows(books);
  return <NewestFirst rows={rows} what="cash flows" render={(some) => <FlowsTable rows={some} clock={clock} />} />;
}

function PriceNote({ prices }: { readonly prices: ActivityBook["prices"] }) {
  if (prices === "known") return null;
  return (
    <p className="mb-3 text-13 text-ink-2" role="status">
      {prices === "reading"
        ? "Reading the price feeds at the time of each flow. Until then dollars of coins are not known."
        : "The price feeds’ past could not be read, so dollars of coins are not known. It is tried again."}
    </p>
  );
}

"use client";

import { Button } from "@/components/ui/Button";
import { Segmented } from "@/components/ui/Segmented";
import { Skeleton } from "@/components/ui/Skeleton";
import { useHoldings } from "@/hooks/useHoldings";
import type { LedgerChoosing } from "@/hooks/useLedgerChoice";
import { useVaults } from "@/hooks/useVaults";
import { type AccountFigures, accountFigures } from "./accountFigures";
import { LedgerAccountRow } from "./LedgerAccountRow";

type Scheme = Parameters<LedgerChoosing["show"]>[0];

const SCHEMES: readonly { readonly value: Scheme; readonly label: string }[] = [
  { value: "ledgerLive", label: "Ledger Live" },
  { value: "bip44", label: "BIP-44" },
  { value: "legacy", label: "Legacy" },
];

const SCHEME_NOTES: Readonly<Record<Scheme, string>> = {
  ledgerLive: "m/44'/60'/n'/0/0, the accounts that Ledger Live shows.",
  bip44: "m/44'/60'/0'/0/n, as MetaMask and most other wallets number them.",
  legacy: "m/44'/60'/0'/n, as the old Ledger apps and MyEtherWallet did.",
};

type Props = {
  readonly choosing: LedgerChoosing;
  readonly picked: string | null;
  readonly onPick: (path: string) => void;
};

/** The device's accounts, five at a time, each with what it has. */
export function LedgerAccounts({ choosing, picked, onPick }: Props) {
  const { state, show, showMore } = choosing;
  if (state.kind !== "choosing") return null;
  const { scheme, accounts, wanted, perPage } = state;
  const missing = Array.from({ length: wanted - accounts.length }, (_, index) => accounts.length + index);
  const isReading = missing.length > 0;
  const pages = Array.from({ length: Math.ceil(accounts.length / perPage) }, (_, page) =>
    accounts.slice(page * perPage, (page + 1) * perPage),
  );
  return (
    <div className="mt-4 grid gap-3">
      <div className="grid justify-items-start gap-1">
        <Segmented label="How accounts are numbered" options={SCHEMES} value={scheme} onChange={show} small />
        <p className="text-12 text-ink-3">{SCHEME_NOTES[scheme]} Another list may hold the account you know.</p>
      </div>
      <fieldset className="choice choice-stacked" aria-busy={isReading}>
        <legend className="visually-hidden">Accounts</legend>
        {pages.map((page) => (
          <AccountPage
            key={page[0]?.path}
            accounts={page}
            isWhole={page.length === perPage}
            picked={picked}
            onPick={onPick}
          />
        ))}
        {missing.map((place) => (
          <Skeleton key={place} className="h-15 w-full" />
        ))}
      </fieldset>
      <span>
        <Button size="sm" onClick={showMore} busy={isReading ? "Reading addresses" : undefined}>
          Show {perPage} more
        </Button>
      </span>
    </div>
  );
}

type PageProps = Pick<Props, "picked" | "onPick"> & {
  readonly accounts: Extract<LedgerChoosing["state"], { kind: "choosing" }>["accounts"];
  readonly isWhole: boolean;
};

/** What a whole page has is asked at once, and so in one multicall. */
function AccountPage({ accounts, isWhole, picked, onPick }: PageProps) {
  const { data: vaults } = useVaults();
  const holdings = useHoldings(isWhole ? accounts.map(({ address }) => address) : []);
  const figuresOf = (index: number): AccountFigures | "reading" | "unreadable" => {
    const held = holdings.data?.[index];
    if (held !== undefined && vaults !== undefined) return accountFigures(held, vaults);
    return holdings.error === null ? "reading" : "unreadable";
  };
  return accounts.map(({ path, address }, index) => (
    <LedgerAccountRow
      key={path}
      path={path}
      address={address}
      figures={figuresOf(index)}
      isPicked={path === picked}
      onPick={() => onPick(path)}
    />
  ));
}

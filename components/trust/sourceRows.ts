import type { Address } from "@/lib/vault/Token";

/** What stands at a contract's address against what was published: not looked at yet, nothing published, the same, or another. */
export type CodeVerdict = "unread" | "unpublished" | "asPublished" | "differs";

/** A contract, where the deployment says its source is published (null where it names no place), and what its code is. */
export type SourceRow = {
  readonly name: string;
  readonly address: Address;
  readonly url: string | null;
  readonly code: CodeVerdict;
};

type Named = { readonly name: string; readonly address: Address };
type Published = { readonly address: Address; readonly url: string };
type Known = { readonly address: Address; readonly isAsPublished: boolean };

/** What was published of the contracts, and what was found; undefined: not read. */
export type PublishedFacts = { readonly sources: readonly Published[]; readonly known: readonly Known[] | undefined };

/** Each contract with its published source, if the deployment names one, and whether its code is the published one. */
export function sourceRows(contracts: readonly Named[], { sources, known }: PublishedFacts): readonly SourceRow[] {
  return contracts.map(({ name, address }) => {
    const isIt = (one: { readonly address: Address }) => one.address.toLowerCase() === address.toLowerCase();
    const found = known?.find(isIt);
    const told = found === undefined ? "unpublished" : found.isAsPublished ? "asPublished" : "differs";
    return {
      name,
      address,
      url: sources.find(isIt)?.url ?? null,
      code: known === undefined ? "unread" : told,
    };
  });
}

/** `2 of 6 published, says the deployment`, `none of 6 published, says the deployment`. */
export function publishedText(rows: readonly SourceRow[]): string {
  const published = rows.filter(({ url }) => url !== null).length;
  return `${published === 0 ? "none" : published} of ${rows.length} published, says the deployment`;
}

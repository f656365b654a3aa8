import type { Address } from "@/lib/vault/Token";

/** A contract, and where its source is shown to be what runs there; null where nobody has shown it. */
export type SourceRow = { readonly name: string; readonly address: Address; readonly url: string | null };

type Named = { readonly name: string; readonly address: Address };
type Published = { readonly address: Address; readonly url: string };

/** Each contract with its published source, if the deployment names one. */
export function sourceRows(contracts: readonly Named[], sources: readonly Published[]): readonly SourceRow[] {
  return contracts.map(({ name, address }) => {
    const found = sources.find((source) => source.address.toLowerCase() === address.toLowerCase());
    return { name, address, url: found?.url ?? null };
  });
}

/** `2 of 6 verified`, `none of 6 verified`. */
export function verifiedText(rows: readonly SourceRow[]): string {
  const verified = rows.filter(({ url }) => url !== null).length;
  return `${verified === 0 ? "none" : verified} of ${rows.length} verified`;
}

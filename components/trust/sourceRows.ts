import type { Address } from "@/lib/vault/Token";

/** A contract, and where the deployment says its source is published; null where it names no place. Nothing here compares it with what runs. */
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

/** `2 of 6 published, says the deployment`, `none of 6 published, says the deployment`. */
export function publishedText(rows: readonly SourceRow[]): string {
  const published = rows.filter(({ url }) => url !== null).length;
  return `${published === 0 ? "none" : published} of ${rows.length} published, says the deployment`;
}

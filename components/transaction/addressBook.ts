import { formatAddress } from "@/lib/format/formatAddress";
import type { Intent } from "@/lib/transaction/Intent";
import type { Address, Token } from "@/lib/vault/Token";

/** Names of the addresses that can appear in a plan. */
export type AddressBook = ReadonlyMap<string, string>;

type Known = { readonly account: Address; readonly router: Address; readonly intent: Intent };

/** Who is who in a plan: the person, the router, the vaults and the tokens it names. */
export function addressBook({ account, router, intent }: Known): AddressBook {
  const vaults = "parts" in intent ? intent.parts.map(({ vault }) => vault) : [intent.vault];
  const entries: (readonly [Address, string])[] = [
    ...tokensOf(intent).map((token) => [token.address, token.symbol] as const),
    ...vaults.map(({ address, name }) => [address, name] as const),
    [router, "Ballast router"],
    [account, "you"],
  ];
  return new Map(entries.map(([address, name]) => [address.toLowerCase(), name]));
}

/** The tokens that an intent's amounts are in: the asset, and share tokens. */
export function tokensOf(intent: Intent): readonly Token[] {
  if (intent.kind === "redeem") return intent.parts.map(({ share }) => share);
  return "asset" in intent ? [intent.asset] : "share" in intent ? [intent.share] : [];
}

/** "you, 0x7c3F…91bE", or the address alone when nobody knows it. */
export function namedAddress(book: AddressBook, address: Address): string {
  const name = book.get(address.toLowerCase());
  return name === undefined ? address : `${name} ${formatAddress(address)}`;
}

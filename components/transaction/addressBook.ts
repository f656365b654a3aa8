import { formatAddress } from "@/lib/format/formatAddress";
import { type Intent, isAtOnce, type VaultName } from "@/lib/transaction/Intent";
import type { Address, Token } from "@/lib/vault/Token";

/** Names of the addresses that can appear in a plan. */
export type AddressBook = ReadonlyMap<string, string>;

type Known = { readonly account: Address; readonly router: Address; readonly intent: Intent };

/** Who is who in a plan: the person, the router, the vaults and the tokens it names. */
export function addressBook({ account, router, intent }: Known): AddressBook {
  const entries: (readonly [Address, string])[] = [
    ...tokensOf(intent).map((token) => [token.address, token.symbol] as const),
    ...holdersOf(intent),
    ...vaultsOf(intent).map(({ address, name }) => [address, name] as const),
    ...(isAtOnce(intent) ? [[intent.vault.entrance, intent.vault.name] as const] : []),
    [router, "Ballast router"],
    [account, "you"],
  ];
  return new Map(entries.map(([address, name]) => [address.toLowerCase(), name]));
}

function vaultsOf(intent: Intent): readonly VaultName[] {
  if ("parts" in intent) return intent.parts.map(({ vault }) => vault);
  return "vault" in intent ? [intent.vault] : [];
}

/** What a vault of the intent is called; undefined for whoever else. */
export function vaultName(intent: Intent, address: Address): string | undefined {
  return vaultsOf(intent).find((vault) => vault.address.toLowerCase() === address.toLowerCase())?.name;
}

/** Whose right is taken away, where it has a name. */
function holdersOf(intent: Intent): readonly (readonly [Address, string])[] {
  if (intent.kind === "revokeAllowance") return intent.spenderName ? [[intent.spender, intent.spenderName]] : [];
  return intent.kind === "revokeOperator" && intent.operatorName ? [[intent.operator, intent.operatorName]] : [];
}

/** The tokens that an intent's amounts are in: the asset, and share tokens. */
export function tokensOf(intent: Intent): readonly Token[] {
  if (intent.kind === "redeem") return intent.parts.map(({ share }) => share);
  if ("token" in intent) return [intent.token];
  return "asset" in intent ? [intent.asset] : "share" in intent ? [intent.share] : [];
}

/** "you, 0x7c3F…91bE", or the address alone when nobody knows it. */
export function namedAddress(book: AddressBook, address: Address): string {
  const name = book.get(address.toLowerCase());
  return name === undefined ? address : `${name} ${formatAddress(address)}`;
}

import {
  type ChainRegistry,
  LISTED_PROTOCOLS,
  type ListedProtocol,
  type ListedVault,
  type VaultRegistry,
} from "./VaultRegistry";

/** A registry, whatever of it could be read; or why nothing could. */
export type ParsedRegistry =
  | { readonly ok: true; readonly registry: VaultRegistry }
  | { readonly ok: false; readonly fault: string };

type Address = `0x${string}`;
type Fields = Readonly<Record<string, unknown>>;

const VERSION = 1;
const LONGEST_FILE = 1_000_000;
const MOST_VAULTS = 500;
const MOST_ASSETS = 200;
const LONGEST_NAME = 100;

/**
 * Reads the text of `public/vaults.json`: `{ version: 1, chains: { [chainId]: { vaults: [{ address, protocol, name?, assets? }] } } }`.
 * An entry or a chain that cannot be read is left out and told, and never takes another with it. Never throws.
 */
export function parseVaultRegistry(text: string): ParsedRegistry {
  if (text.length > LONGEST_FILE) return { ok: false, fault: `It is longer than ${LONGEST_FILE} characters.` };
  const file = fields(parsedJson(text));
  if (file === null) return { ok: false, fault: "It is not a JSON object." };
  if (file.version !== VERSION) return { ok: false, fault: `Its version is not ${VERSION}.` };
  const listed = fields(file.chains);
  if (listed === null) return { ok: false, fault: "Its chains are not an object." };
  const refusals: string[] = [];
  const chains: Record<number, ChainRegistry> = {};
  for (const [id, entry] of Object.entries(listed)) {
    if (/^[1-9]\d{0,14}$/.test(id)) chains[Number(id)] = parseChainRegistry(entry, `chains.${id}`);
    else refusals.push(`chains.${id.slice(0, LONGEST_NAME)} is not named by a chain's id.`);
  }
  return { ok: true, registry: { chains, refusals } };
}

/** Reads one chain's entry: `{ vaults: […] }`. `at` is where it stands, for the sentences. Never throws. */
export function parseChainRegistry(entry: unknown, at: string): ChainRegistry {
  const listed = fields(entry)?.vaults;
  if (!Array.isArray(listed)) return { vaults: [], refusals: [`${at}.vaults is not a list.`] };
  const vaults: ListedVault[] = [];
  const refusals: string[] = listed.length > MOST_VAULTS ? [`${at} lists more than ${MOST_VAULTS} vaults.`] : [];
  for (const [index, one] of listed.slice(0, MOST_VAULTS).entries()) {
    const read = parseEntry(one, `${at}.vaults[${index}]`);
    if (typeof read === "string") refusals.push(read);
    else if (vaults.some((other) => isSame(other.address, read.address))) {
      refusals.push(`${at}.vaults[${index}] is listed twice.`);
    } else vaults.push(read);
  }
  return { vaults, refusals };
}

/** The entry, or what is wrong with it. */
function parseEntry(entry: unknown, at: string): ListedVault | string {
  const read = fields(entry);
  if (read === null) return `${at} is not an object.`;
  const { address, protocol, name = null, assets = [] } = read;
  if (!isAddress(address)) return `${at}.address is not an address.`;
  if (!isProtocol(protocol)) return `${at}.protocol is none of ${LISTED_PROTOCOLS.join(", ")}.`;
  if (name !== null && !isName(name)) return `${at}.name is not a text of 1 to ${LONGEST_NAME} characters.`;
  if (!Array.isArray(assets) || assets.length > MOST_ASSETS || !assets.every(isAddress)) {
    return `${at}.assets is not a list of at most ${MOST_ASSETS} addresses.`;
  }
  if (protocol === "erc4626" && assets.length > 1) return `${at}.assets names more than the one that such a vault has.`;
  if (assets.some((asset) => isSame(asset, address))) return `${at} names itself as its asset.`;
  return { address, protocol, name, assets };
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function fields(value: unknown): Fields | null {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : null;
}

function isAddress(value: unknown): value is Address {
  return typeof value === "string" && /^0x[\da-fA-F]{40}$/.test(value);
}

function isProtocol(value: unknown): value is ListedProtocol {
  return LISTED_PROTOCOLS.some((protocol) => protocol === value);
}

function isName(value: unknown): value is string {
  return typeof value === "string" && value.length > 0 && value.length <= LONGEST_NAME;
}

function isSame(a: Address, b: Address): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

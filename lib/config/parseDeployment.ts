import type { Deployment, DeploymentAddresses, ServerDeployment, WalletConnectSetting } from "./Deployment";
import type { ServerEnvironment } from "./env";
import { parseChainRegistry } from "./parseVaultRegistry";

/** A deployment, or every fault of the text, one sentence each. */
export type ParsedDeployment =
  | { readonly ok: true; readonly value: ServerDeployment }
  | { readonly ok: false; readonly faults: readonly string[] };

/** What replaces the file's own; what is left out or null does not. */
export type DeploymentOverrides = Partial<Omit<ServerEnvironment, "deploymentPath" | "furtherDeploymentPaths">>;

/** The relay that WalletConnect's own client asks when it is told none. */
const USUAL_RELAY = "wss://relay.walletconnect.org";

const NO_REGISTRY = { vaults: [], refusals: [] } as const;

const SHARED = [
  "clearinghouse",
  "settlementOracle",
  "quoteBook",
  "strategyRouter",
  "timelock",
  "weth",
  "multicall3",
] as const;

/**
 * Reads a deployment file's text. What the environment names (of nodes at least one) replaces the file's own.
 * Never throws; names all faults at once.
 */
export function parseDeployment(text: string, environment: DeploymentOverrides = {}): ParsedDeployment {
  const { rpcUrls = [], marketUrl = null } = environment;
  const json = parsedJson(text);
  if (json === undefined) return { ok: false, faults: ["It is not JSON."] };
  const reader = new Reader();
  const file = reader.record(json, "The file");
  const nodes = rpcUrls.length > 0 ? rpcUrls : nodesOf(file);
  const market = marketOf(reader, file.marketUrl, marketUrl);
  const walletConnect = walletConnectOf(reader, file.walletConnect, environment);
  const deployment: Deployment = {
    chainId: reader.integer(file.chainId, "chainId", 1),
    rpcUrls: nodes.map((url, index) => reader.url(url, `rpcUrl ${index + 1}`)),
    startBlock: reader.integer(file.startBlock, "startBlock", 0),
    addresses: sharedAddresses(reader, reader.record(file.addresses, "addresses")),
    vaults: reader.list(file.vaults, "vaults").map((entry, index) => vaultOf(reader, entry, `vaults[${index}]`)),
    tokens: reader.list(file.tokens, "tokens").map((entry, index) => tokenOf(reader, entry, `tokens[${index}]`)),
    feeds: reader.list(file.feeds, "feeds").map((entry, index) => feedOf(reader, entry, `feeds[${index}]`)),
    hasMarket: market !== null,
    codeHashes: optionalList(reader, file.codeHashes, "codeHashes").map((entry, index) =>
      codeOf(reader, entry, `codeHashes[${index}]`),
    ),
    sources: optionalList(reader, file.sources, "sources").map((entry, index) =>
      sourceOf(reader, entry, `sources[${index}]`),
    ),
    audits: optionalList(reader, file.audits, "audits").map((entry, index) =>
      auditOf(reader, entry, `audits[${index}]`),
    ),
    // Others' vaults: what cannot be read of them is no fault of the file.
    registry: file.registry === undefined ? NO_REGISTRY : parseChainRegistry(file.registry, "registry"),
  };
  if (nodes.length === 0) reader.faults.push("It names no RPC node.");
  const controlUrl = typeof file.controlUrl === "string" ? reader.url(file.controlUrl, "controlUrl") : null;
  return reader.faults.length > 0
    ? { ok: false, faults: reader.faults }
    : { ok: true, value: { deployment, controlUrl, marketUrl: market, walletConnect } };
}

type Fields = Readonly<Record<string, unknown>>;

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function nodesOf(file: Fields): readonly unknown[] {
  if (Array.isArray(file.rpcUrls)) return file.rpcUrls;
  return file.rpcUrl === undefined ? [] : [file.rpcUrl];
}

function marketOf(reader: Reader, ofFile: unknown, ofEnvironment: string | null): string | null {
  if (ofEnvironment !== null) return reader.baseUrl(ofEnvironment, "BALLAST_MARKET_URL");
  return ofFile === undefined || ofFile === null ? null : reader.baseUrl(ofFile, "marketUrl");
}

function walletConnectOf(
  reader: Reader,
  ofFile: unknown,
  environment: DeploymentOverrides,
): WalletConnectSetting | null {
  const { walletConnectProjectId, walletConnectRelayUrl } = environment;
  const fields = ofFile === undefined || ofFile === null ? {} : reader.record(ofFile, "walletConnect");
  const projectId = walletConnectProjectId ?? fields.projectId ?? null;
  if (projectId === null) return null;
  const nameOf = (field: string, variable: string | null | undefined, name: string) =>
    variable == null ? `walletConnect.${field}` : name;
  return {
    projectId: reader.projectId(
      projectId,
      nameOf("projectId", walletConnectProjectId, "BALLAST_WALLETCONNECT_PROJECT_ID"),
    ),
    relayUrl: reader.socketUrl(
      walletConnectRelayUrl ?? fields.relayUrl ?? USUAL_RELAY,
      nameOf("relayUrl", walletConnectRelayUrl, "BALLAST_WALLETCONNECT_RELAY_URL"),
    ),
  };
}

/** A list that a file may leave out. */
function optionalList(reader: Reader, value: unknown, at: string): readonly unknown[] {
  return value === undefined ? [] : reader.list(value, at);
}

function sharedAddresses(reader: Reader, fields: Fields): DeploymentAddresses {
  const entries = SHARED.map((name) => [name, reader.address(fields[name], `addresses.${name}`)] as const);
  return Object.fromEntries(entries) as DeploymentAddresses;
}

function vaultOf(reader: Reader, entry: unknown, at: string): Deployment["vaults"][number] {
  const fields = reader.record(entry, at);
  return {
    address: reader.address(fields.address, `${at}.address`),
    policy: reader.address(fields.policy, `${at}.policy`),
    name: reader.text(fields.name, `${at}.name`),
    symbol: reader.text(fields.symbol, `${at}.symbol`),
    strategy: reader.text(fields.strategy, `${at}.strategy`),
    asset: reader.address(fields.asset, `${at}.asset`),
    underlying: reader.address(fields.underlying, `${at}.underlying`),
    quote: reader.address(fields.quote, `${at}.quote`),
  };
}

function tokenOf(reader: Reader, entry: unknown, at: string): Deployment["tokens"][number] {
  const fields = reader.record(entry, at);
  return {
    address: reader.address(fields.address, `${at}.address`),
    symbol: reader.text(fields.symbol, `${at}.symbol`),
    decimals: reader.integer(fields.decimals, `${at}.decimals`, 0),
  };
}

function feedOf(reader: Reader, entry: unknown, at: string): Deployment["feeds"][number] {
  const fields = reader.record(entry, at);
  return {
    underlying: reader.address(fields.underlying, `${at}.underlying`),
    quote: reader.address(fields.quote, `${at}.quote`),
    feed: reader.address(fields.feed, `${at}.feed`),
    secondFeed: reader.address(fields.secondFeed, `${at}.secondFeed`),
    description: reader.text(fields.description, `${at}.description`),
  };
}

function codeOf(reader: Reader, entry: unknown, at: string): Deployment["codeHashes"][number] {
  const fields = reader.record(entry, at);
  return {
    address: reader.address(fields.address, `${at}.address`),
    codeHash: reader.hash(fields.codeHash, `${at}.codeHash`),
  };
}

function sourceOf(reader: Reader, entry: unknown, at: string): Deployment["sources"][number] {
  const fields = reader.record(entry, at);
  return { address: reader.address(fields.address, `${at}.address`), url: reader.url(fields.url, `${at}.url`) };
}

function auditOf(reader: Reader, entry: unknown, at: string): Deployment["audits"][number] {
  const fields = reader.record(entry, at);
  return { title: reader.text(fields.title, `${at}.title`), url: reader.url(fields.url, `${at}.url`) };
}

/** Reads fields and notes each fault; what it returns for a faulty field is never used. */
class Reader {
  readonly faults: string[] = [];

  record(value: unknown, at: string): Fields {
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Fields;
    this.faults.push(`${at} is not an object.`);
    return {};
  }

  list(value: unknown, at: string): readonly unknown[] {
    if (Array.isArray(value)) return value;
    this.faults.push(`${at} is not a list.`);
    return [];
  }

  text(value: unknown, at: string): string {
    if (typeof value === "string" && value.length > 0 && value.length <= 100) return value;
    this.faults.push(`${at} is not a text of 1 to 100 characters.`);
    return "";
  }

  integer(value: unknown, at: string, least: number): number {
    if (typeof value === "number" && Number.isSafeInteger(value) && value >= least) return value;
    this.faults.push(`${at} is not a whole number of at least ${least}.`);
    return least;
  }

  address(value: unknown, at: string): `0x${string}` {
    if (typeof value === "string" && /^0x[\da-fA-F]{40}$/.test(value)) return value as `0x${string}`;
    this.faults.push(`${at} is not an address.`);
    return "0x0000000000000000000000000000000000000000";
  }

  hash(value: unknown, at: string): `0x${string}` {
    if (typeof value === "string" && /^0x[\da-f]{64}$/.test(value)) return value as `0x${string}`;
    this.faults.push(`${at} is not a hash of 64 small hex digits.`);
    return "0x";
  }

  projectId(value: unknown, at: string): string {
    if (typeof value === "string" && /^[\da-f]{32}$/i.test(value)) return value;
    this.faults.push(`${at} is not a project id of 32 hex digits.`);
    return "";
  }

  /** An address of a web socket: no user, no question, no fragment; without the slashes at its end. */
  socketUrl(value: unknown, at: string): string {
    return this.plainUrl(value, { at, protocols: /^wss?:$/, kind: "a web socket's (wss) address" });
  }

  url(value: unknown, at: string): string {
    if (typeof value === "string" && /^https?:\/\/[^\s]+$/.test(value)) return value;
    this.faults.push(`${at} is not an http address.`);
    return "";
  }

  /** An address that paths are added to: no user, no question, no fragment; without the slashes at its end. */
  baseUrl(value: unknown, at: string): string {
    return this.plainUrl(value, { at, protocols: /^https?:$/, kind: "an http address" });
  }

  private plainUrl(value: unknown, { at, protocols, kind }: { at: string; protocols: RegExp; kind: string }): string {
    const url = typeof value === "string" && URL.canParse(value) ? new URL(value) : null;
    const isPlain = url !== null && protocols.test(url.protocol) && url.username === "" && url.password === "";
    if (isPlain && url.search === "" && url.hash === "") return `${url.origin}${url.pathname}`.replace(/\/+$/, "");
    this.faults.push(`${at} is not ${kind} without user, question mark and fragment.`);
    return "";
  }
}

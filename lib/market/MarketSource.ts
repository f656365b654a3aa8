/** Where option prices are asked for. The address is configuration's and nobody else's; `fetch` is handed in. */
export type MarketSource = {
  /** Without a slash at its end; `/api/v2/public/…` follows it. */
  readonly baseUrl: string;
  readonly fetch: typeof globalThis.fetch;
};

const NAMES: Readonly<Record<string, string>> = {
  "www.deribit.com": "Deribit",
  "test.deribit.com": "Deribit's test market",
};

/** Host and name of a source, for the screen: loopback is the local market, an unknown host is called by its host. */
export function sourceIdentity({ baseUrl }: Pick<MarketSource, "baseUrl">): {
  readonly name: string;
  readonly host: string;
} {
  const { host, hostname } = new URL(baseUrl);
  const isLocal = hostname === "127.0.0.1" || hostname === "localhost" || hostname === "[::1]";
  return { name: isLocal ? "Local market" : (NAMES[host] ?? host), host };
}

/** What a page's policy depends on. */
export type PolicyInputs = {
  /** Fresh for every page. */
  readonly nonce: string;
  readonly rpcUrls: readonly string[];
  readonly isWalletConnectOffered: boolean;
  /** `next dev` needs eval and its own web socket. */
  readonly isDevelopmentServer: boolean;
};

/** WalletConnect's relay and its directory: asked only after the person opens it. */
const WALLET_CONNECT = [
  "wss://relay.walletconnect.org",
  "wss://relay.walletconnect.com",
  "https://rpc.walletconnect.org",
  "https://explorer-api.walletconnect.com",
  "https://pulse.walletconnect.org",
] as const;

/**
 * The Content Security Policy of a page: scripts by nonce alone, connections to the app and the configured RPC nodes
 * alone, no frames, no plugins, no forms to elsewhere. Styles may be inline: RainbowKit and React write style attributes.
 */
export function contentSecurityPolicy(inputs: PolicyInputs): string {
  const { nonce, isDevelopmentServer } = inputs;
  const connections = [...rpcOrigins(inputs.rpcUrls), ...(inputs.isWalletConnectOffered ? WALLET_CONNECT : [])];
  const directives = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopmentServer ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src ${["'self'", ...connections, ...(isDevelopmentServer ? ["ws:"] : [])].join(" ")}`,
    "object-src 'none'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ];
  return directives.join("; ");
}

/** Origins, each once; what is no address is left out. */
function rpcOrigins(urls: readonly string[]): readonly string[] {
  return [...new Set(urls.filter((url) => URL.canParse(url)).map((url) => new URL(url).origin))];
}

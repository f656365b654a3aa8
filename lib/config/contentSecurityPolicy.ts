/** What a page's policy depends on. */
export type PolicyInputs = {
  /** Fresh for every page. */
  readonly nonce: string;
  readonly rpcUrls: readonly string[];
  /** `next dev` needs eval and its own web socket. */
  readonly isDevelopmentServer: boolean;
};

/**
 * The Content Security Policy of a page: scripts by nonce alone, connections to the app and the configured RPC nodes
 * alone, workers from the app's own files, no frames, no plugins, no forms to elsewhere. Styles may be inline: RainbowKit
 * and React write style attributes.
 */
export function contentSecurityPolicy(inputs: PolicyInputs): string {
  const { nonce, isDevelopmentServer } = inputs;
  const connections = rpcOrigins(inputs.rpcUrls);
  const directives = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopmentServer ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src ${["'self'", ...connections, ...(isDevelopmentServer ? ["ws:"] : [])].join(" ")}`,
    // The pricing worker is a file of the build. Without this script-src would decide, and strict-dynamic trusts no address.
    "worker-src 'self'",
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

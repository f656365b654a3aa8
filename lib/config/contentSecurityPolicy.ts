import type { FrameAncestors } from "./frameAncestors";

/** What a page's policy depends on. */
export type PolicyInputs = {
  /** Fresh for every page. */
  readonly nonce: string;
  readonly rpcUrls: readonly string[];
  /** Origins of the nodes that the person has named for this browser; none of them is a wildcard or has a path. */
  readonly ownNodes: readonly string[];
  /** The relay of the wallet that the person has opened; null as long as they opened none that has one. */
  readonly relayUrl: string | null;
  readonly frameAncestors: FrameAncestors;
  /** `next dev` needs eval, its own web socket and scripts made of text. */
  readonly isDevelopmentServer: boolean;
};

/**
 * The Content Security Policy of a page: scripts by nonce alone, scripts made of text by the one policy of lib/integrity alone
 * (Trusted Types), connections to the app, the configured RPC nodes, the person's own and an opened wallet's relay alone, workers from the app's own files, no frames, no plugins,
 * no forms to elsewhere. Styles may be inline: RainbowKit and React write style attributes.
 */
export function contentSecurityPolicy(inputs: PolicyInputs): string {
  const { nonce, isDevelopmentServer } = inputs;
  const connections = origins([
    ...inputs.rpcUrls,
    ...inputs.ownNodes,
    ...(inputs.relayUrl === null ? [] : [inputs.relayUrl]),
  ]);
  const directives = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopmentServer ? " 'unsafe-eval'" : ""}`,
    "script-src-attr 'none'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src ${["'self'", ...connections, ...(isDevelopmentServer ? ["ws:"] : [])].join(" ")}`,
    // The pricing worker is a file of the build. Without this script-src would decide, and strict-dynamic trusts no address.
    "worker-src 'self'",
    "object-src 'none'",
    "frame-src 'none'",
    `frame-ancestors ${[inputs.frameAncestors].flat().join(" ")}`,
    "base-uri 'none'",
    "form-action 'self'",
    ...(isDevelopmentServer ? [] : ["require-trusted-types-for 'script'", "trusted-types default"]),
  ];
  return directives.join("; ");
}

/**
 * The policy of what is no page: files of the build, answers of the API, the service worker. It matters where such a file runs as a
 * worker, which takes its policy from its own answer: the pricing worker loads its parts from the app, and nothing else.
 */
export const FILE_POLICY =
  "default-src 'none'; script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The policy of a page that is a file: of scripts and styles it runs those that have one of these hashes, and nothing from an address. */
export function staticPagePolicy(hashes: { readonly scripts: readonly string[]; readonly styles: readonly string[] }) {
  const sources = (values: readonly string[]) => values.map((value) => `'${value}'`).join(" ") || "'none'";
  return [
    "default-src 'none'",
    `script-src ${sources(hashes.scripts)}`,
    `style-src ${sources(hashes.styles)}`,
    "img-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; ");
}

/** Origins, each once; what is no address is left out. */
function origins(urls: readonly string[]): readonly string[] {
  return [...new Set(urls.filter((url) => URL.canParse(url)).map((url) => new URL(url).origin))];
}

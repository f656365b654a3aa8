import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { contentSecurityPolicy, FILE_POLICY } from "@/lib/config/contentSecurityPolicy";
import { SECURITY_HEADERS } from "@/lib/config/securityHeaders";
import { SCRIPT_GUARD_PATH, SCRIPT_LIST_PATH, type ScriptList } from "@/lib/integrity/ScriptList";
import { sha384 } from "./publishScripts";

export const CHUNK = "/_next/static/chunks/a.js";
export const LAZY = "/_next/static/chunks/lazy.js";
const FILES: Readonly<Record<string, string>> = {
  [CHUNK]: 'load("static/chunks/lazy.js")',
  [LAZY]: "lazy()",
  [SCRIPT_GUARD_PATH]: "guard()",
};
export const LIST: ScriptList = {
  build: "one",
  files: Object.fromEntries(Object.entries(FILES).map(([path, text]) => [path, sha384(text)])),
};

/** A deployed site in small, as published; a test spoils what it wants. */
export type SmallSite = {
  readonly url: string;
  readonly files: Record<string, string>;
  readonly headers: Record<string, string>;
  html: string;
  /** Of every answer; empty: a new one for each. */
  nonce: string;
  readonly stop: () => Promise<void>;
};

/** Starts it on a free port of this machine. */
export async function startSmallSite(): Promise<SmallSite> {
  let answers = 0;
  const content = {
    files: { ...FILES, [SCRIPT_LIST_PATH]: JSON.stringify(LIST) } as Record<string, string>,
    headers: Object.fromEntries(SECURITY_HEADERS.map(({ key, value }) => [key, value])) as Record<string, string>,
    html: `<script src="${CHUNK}" async></script>`,
    nonce: "",
  };
  const server = createServer(({ url: path = "" }, response) => {
    answers += 1;
    const file = content.files[path];
    const isFile = file !== undefined || path.startsWith("/_next/static/");
    const nonce = content.nonce || Buffer.from(`a nonce of its own ${answers}`).toString("base64");
    response.writeHead(isFile && file === undefined ? 404 : 200, {
      ...content.headers,
      "content-security-policy": isFile ? FILE_POLICY : pagePolicy(nonce),
    });
    response.end(file ?? content.html);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const stop = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return Object.assign(content, { url, stop });
}

function pagePolicy(nonce: string): string {
  return contentSecurityPolicy({
    nonce,
    ownNodes: [],
    relayUrl: null,
    rpcUrls: ["https://rpc.example"],
    frameAncestors: "'none'",
    isDevelopmentServer: false,
  });
}

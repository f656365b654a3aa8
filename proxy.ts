import { readFile } from "node:fs/promises";
import { type NextRequest, NextResponse } from "next/server";
import { contentSecurityPolicy, FILE_POLICY } from "@/lib/config/contentSecurityPolicy";
import { isDevelopmentServer, serverEnvironment } from "@/lib/config/env";
import { frameAncestors } from "@/lib/config/frameAncestors";
import { furtherDeployments } from "@/lib/config/furtherDeployments";
import { hasOpenedWalletConnect, OPENED_WALLET_COOKIE } from "@/lib/config/openedWallet";
import { OWN_NODES_COOKIE, ownNodeOrigins } from "@/lib/config/ownNodes";
import { parseDeployment } from "@/lib/config/parseDeployment";
import { SAFE_ENTRY } from "@/lib/config/safeEntry";

/**
 * Everything but the build's own files and the one static page, whose policies next.config.ts sets. An address with a dot may be a page
 * too (there is none there), and so is what a router fetches ahead.
 */
export const config = { matcher: ["/((?!_next/static/|script-refused\\.html$).*)"] };

/** What answers here is no page. */
const FILES = /^\/(api\/|clear-signing\/|script-guard\.js$|script-hashes\.json$|safe\/(manifest\.json|icon\.svg)$)/;

/**
 * Gives every page a fresh nonce and a Content Security Policy that knows the configured RPC nodes, those that its person has named, the
 * relay of WalletConnect once its person has opened it, and nothing else.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { pathname } = request.nextUrl;
  if (FILES.test(pathname)) {
    const response = NextResponse.next();
    response.headers.set("content-security-policy", FILE_POLICY);
    return response;
  }
  const { safeOrigins } = serverEnvironment();
  // The router loads a whole document when the site was built anew meanwhile. In a Safe's frame there is one that may be shown.
  const isFramed = request.headers.get("sec-fetch-dest") === "iframe";
  if (isFramed && pathname !== SAFE_ENTRY && safeOrigins.length > 0) {
    const headers = { "content-security-policy": `default-src 'none'; frame-ancestors ${safeOrigins.join(" ")}` };
    return NextResponse.redirect(new URL(SAFE_ENTRY, request.nextUrl), { headers });
  }
  const nonce = Buffer.from(crypto.randomUUID()).toString("base64");
  const policy = contentSecurityPolicy({
    nonce,
    ...(await configuredUrls(hasOpenedWalletConnect(request.cookies.get(OPENED_WALLET_COOKIE)?.value))),
    ownNodes: ownNodeOrigins(request.cookies.get(OWN_NODES_COOKIE)?.value),
    frameAncestors: frameAncestors(pathname, safeOrigins),
    isDevelopmentServer,
  });
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

/** What the deployments let a page connect to; nothing when the home chain's cannot be read: the page then says what is wrong with it. */
async function configuredUrls(isWalletConnectOpen: boolean) {
  const environment = serverEnvironment();
  const [home, ...further] = await Promise.all(
    [environment.deploymentPath, ...environment.furtherDeploymentPaths].map(async (path) => ({
      path,
      text: await readFile(path, "utf8").catch(() => null),
    })),
  );
  const parsed = parseDeployment(home?.text ?? "", environment);
  if (!parsed.ok) return { rpcUrls: [], relayUrl: null };
  const { deployment, walletConnect } = parsed.value;
  const { deployments } = furtherDeployments(deployment, further);
  return {
    rpcUrls: [deployment, ...deployments].flatMap(({ rpcUrls }) => rpcUrls),
    relayUrl: isWalletConnectOpen ? (walletConnect?.relayUrl ?? null) : null,
  };
}

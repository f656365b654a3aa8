import { readFile } from "node:fs/promises";
import { type NextRequest, NextResponse } from "next/server";
import { contentSecurityPolicy } from "@/lib/config/contentSecurityPolicy";
import { isDevelopmentServer, serverEnvironment } from "@/lib/config/env";
import { parseDeployment } from "@/lib/config/parseDeployment";

/** Pages only: files and route handlers need no policy of their own. */
export const config = {
  matcher: [
    {
      source: "/((?!api/|_next/static|_next/image|.*\\..*).*)",
      missing: [{ type: "header", key: "next-router-prefetch" }],
    },
  ],
};

/** Gives every page a fresh nonce and a Content Security Policy that knows the configured RPC nodes and nothing else. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const nonce = Buffer.from(crypto.randomUUID()).toString("base64");
  const policy = contentSecurityPolicy({
    nonce,
    rpcUrls: await configuredRpcUrls(),
    isDevelopmentServer,
  });
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

/** Nodes of the deployment; none when it cannot be read: the page then says what is wrong with it. */
async function configuredRpcUrls(): Promise<readonly string[]> {
  const { deploymentPath, rpcUrls } = serverEnvironment();
  const text = await readFile(deploymentPath, "utf8").catch(() => "");
  const parsed = parseDeployment(text, rpcUrls);
  return parsed.ok ? parsed.value.deployment.rpcUrls : [];
}

import { readFileSync } from "node:fs";
import type { NextConfig } from "next";
import { FILE_POLICY, staticPagePolicy } from "./lib/config/contentSecurityPolicy";
import { isDevelopmentServer } from "./lib/config/env";
import { SECURITY_HEADERS } from "./lib/config/securityHeaders";
import { inlineHashes } from "./scripts/served/inlineHashes";
import { sourcesId } from "./scripts/served/sourcesId";

const profile = process.env.NEXT_PUBLIC_BALLAST_PROFILE;
if (profile !== "local" && profile !== "production") {
  // An unset profile would leave the demo wallet's files in the build.
  throw new Error("NEXT_PUBLIC_BALLAST_PROFILE must be `local` or `production`.");
}

const EXTENSIONS = [".tsx", ".ts", ".jsx", ".js", ".mjs", ".json"];
const policy = (value: string) => [{ key: "Content-Security-Policy", value }];

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  devIndicators: false,
  // What builds for itself has its types checked by the quick lane, once and not once a profile.
  typescript: { ignoreBuildErrors: process.env.BALLAST_TYPES_CHECKED === "1" },
  // One output folder a build profile, so that a local and a production build stand side by side.
  distDir: profile === "local" ? ".next-local" : ".next",
  // The same sources get the same name, so that two builds of them can be compared byte by byte.
  generateBuildId: () => sourcesId(process.cwd()),
  // A file x.local.ts is a route of the local profile alone, or stands in for x.ts there: production never reads one.
  pageExtensions: profile === "local" ? ["local.tsx", "local.ts", "tsx", "ts"] : ["tsx", "ts"],
  turbopack: profile === "local" ? { resolveExtensions: [".local.tsx", ".local.ts", ...EXTENSIONS] } : {},
  // Writing it takes a build half as long again, and a build seeded with the other profile's took longest of all.
  experimental: { turbopackFileSystemCacheForBuild: false },
  // A page's own policy has a nonce and comes from proxy.ts.
  headers: async () => [
    { source: "/:path*", headers: [...SECURITY_HEADERS] },
    // A Safe's page asks for it from its own origin before it shows the app.
    { source: "/safe/manifest.json", headers: [{ key: "Access-Control-Allow-Origin", value: "*" }] },
    // `next dev` makes its workers of text.
    ...(isDevelopmentServer ? [] : [{ source: "/_next/static/:path*", headers: policy(FILE_POLICY) }]),
    {
      source: "/script-refused.html",
      headers: policy(staticPagePolicy(inlineHashes(readFileSync("public/script-refused.html", "utf8")))),
    },
  ],
};

export default config;

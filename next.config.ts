import type { NextConfig } from "next";

const profile = process.env.NEXT_PUBLIC_BALLAST_PROFILE;
if (profile !== "local" && profile !== "production") {
  // An unset profile would leave the demo wallet's files in the build.
  throw new Error("NEXT_PUBLIC_BALLAST_PROFILE must be `local` or `production`.");
}

/** Everything but the Content Security Policy, which has a nonce and comes from proxy.ts. */
const HEADERS = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "no-referrer" },
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=(), payment=(), hid=(self), usb=(self)" },
  { key: "Strict-Transport-Security", value: "max-age=63072000; includeSubDomains" },
];

const EXTENSIONS = [".tsx", ".ts", ".jsx", ".js", ".mjs", ".json"];

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  devIndicators: false,
  // One output folder a build profile, so that a local and a production build stand side by side.
  distDir: profile === "local" ? ".next-local" : ".next",
  // A file x.local.ts is a route of the local profile alone, or stands in for x.ts there: production never reads one.
  pageExtensions: profile === "local" ? ["local.tsx", "local.ts", "tsx", "ts"] : ["tsx", "ts"],
  turbopack: profile === "local" ? { resolveExtensions: [".local.tsx", ".local.ts", ...EXTENSIONS] } : {},
  headers: async () => [{ source: "/:path*", headers: HEADERS }],
};

export default config;

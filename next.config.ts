import type { NextConfig } from "next";

/** One output folder a build profile, so that a local and a production build stand side by side. */
const isLocal = process.env.NEXT_PUBLIC_BALLAST_PROFILE === "local";

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  devIndicators: false,
  distDir: isLocal ? ".next-local" : ".next",
};

export default config;

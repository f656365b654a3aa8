import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)) } },
  test: {
    include: ["{lib,components,hooks,keeper,devnet,scripts}/**/*.test.{ts,tsx}"],
    exclude: ["**/node_modules/**", "**/*.chain.test.ts"],
    environment: "node",
    testTimeout: 20_000,
    setupFiles: ["./scripts/propertySeed.ts"],
    reporters: ["dot", "./scripts/closingLineReporter.ts"],
    // Ledger's kit names its own files without endings, which bundlers find and Node does not.
    deps: {
      optimizer: {
        ssr: {
          enabled: true,
          include: [
            "@ledgerhq/device-management-kit",
            "@ledgerhq/device-signer-kit-ethereum",
            "@ledgerhq/device-transport-kit-web-hid",
          ],
        },
      },
    },
  },
});

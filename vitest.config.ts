import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const LEDGER_KIT = ["device-management-kit", "device-signer-kit-ethereum", "device-transport-kit-web-hid"];

export default defineConfig({
  resolve: {
    alias: {
      "@": fileURLToPath(new URL(".", import.meta.url)),
      // As production builds have it: the other one talks on the console.
      xstate: fileURLToPath(new URL("node_modules/xstate/dist/xstate.esm.js", import.meta.url)),
    },
  },
  test: {
    include: ["{lib,components,hooks,keeper,devnet,scripts}/**/*.test.{ts,tsx}"],
    exclude: ["**/node_modules/**", "**/*.chain.test.ts"],
    environment: "node",
    // By itself it leaves a core to whoever sits there, which of two is half the machine.
    maxWorkers: "100%",
    testTimeout: 20_000,
    setupFiles: ["./scripts/propertySeed.ts"],
    reporters: ["dot", "./scripts/closingLineReporter.ts"],
    // Ledger's kit names its own files without endings, which bundlers find and Node does not.
    deps: { optimizer: { ssr: { enabled: true, include: LEDGER_KIT.map((name) => `@ledgerhq/${name}`) } } },
  },
});

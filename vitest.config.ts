import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** Nothing here keeps anything: what one file's tests leave behind cannot change what another's see. */
const SHARED =
  "{lib/{chain,config,format,market,math,pricing,products,protocols,risk,transaction,units,untrusted,vault},components}";
const TESTS = ["{lib,components,hooks,keeper,devnet,scripts}/**/*.test.{ts,tsx}"];
const CHAIN_TESTS = "**/*.chain.test.ts";

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
    // Where nothing is kept between files, no file needs a world of its own: a third of the time, all in loading the same modules again.
    projects: [
      {
        extends: true,
        test: { name: "shared", include: [`${SHARED}/**/*.test.{ts,tsx}`], exclude: [CHAIN_TESTS], isolate: false },
      },
      {
        extends: true,
        test: { name: "apart", include: TESTS, exclude: ["**/node_modules/**", CHAIN_TESTS, `${SHARED}/**`] },
      },
    ],
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

import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** Tests against a real local chain: one file at a time, each starts and ends its own. */
export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)) } },
  test: {
    include: ["{lib,hooks,keeper,devnet}/**/*.chain.test.ts"],
    environment: "node",
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 180_000,
    reporters: ["dot", "./scripts/closingLineReporter.ts"],
  },
});

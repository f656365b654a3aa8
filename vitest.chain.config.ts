import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** Tests against real local chains: each file starts and ends its own. They wait more than they reckon, so three run at a time. */
export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)) } },
  test: {
    include: ["{lib,hooks,keeper,devnet}/**/*.chain.test.ts"],
    environment: "node",
    maxWorkers: 3,
    globalSetup: ["devnet/cache/livedFixture.ts"],
    testTimeout: 120_000,
    hookTimeout: 180_000,
    reporters: ["dot", "./scripts/closingLineReporter.ts"],
  },
});

import { defineConfig } from "@playwright/test";
import { CHROMIUM_FLAGS } from "../scripts/chromium.mjs";

/** Three workers, each with a chain and web servers of its own: a test waits for nearly as long as it works. */
export default defineConfig({
  testDir: ".",
  testMatch: "**/*.spec.ts",
  globalSetup: "../devnet/cache/livedFixture.ts",
  outputDir: "../test-results",
  workers: 3,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: [["list"], ["./fixtures/closingLineReporter.ts"]],
  use: {
    browserName: "chromium",
    headless: true,
    viewport: { width: 1440, height: 900 },
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    // Frames of a dialog that slides in are drawn by the processor here: a quarter of the lane. firstLook and wholeEpoch see them.
    contextOptions: { reducedMotion: "reduce" },
    // Every context is a first visit; the specs about the service worker let it be.
    serviceWorkers: "block",
    // A trace takes time at every step: `npm run test:e2e -- SPEC --trace on` makes one.
    trace: "off",
    launchOptions: {
      args: CHROMIUM_FLAGS,
      ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
    },
  },
});

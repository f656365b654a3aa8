import { defineConfig } from "@playwright/test";
import { CHROMIUM_FLAGS } from "../scripts/chromium.mjs";

/** One worker: two were no faster on two cores, and each worker has a chain and a web server of its own. */
export default defineConfig({
  testDir: ".",
  testMatch: "**/*.spec.ts",
  outputDir: "../test-results",
  workers: 1,
  // What passes at the second try alone is named at the end, and more than two of them fail the run.
  retries: 1,
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
    // Every context is a first visit; the specs about the service worker let it be.
    serviceWorkers: "block",
    // A trace costs time at every step: only a second try has one.
    trace: { mode: "on-first-retry", screenshots: false },
    launchOptions: {
      args: CHROMIUM_FLAGS,
      ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
    },
  },
});

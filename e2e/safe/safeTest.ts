import type { FrameLocator } from "@playwright/test";
import { test as base, expect } from "../fixtures/test";
import { SAFE_FUNCTION } from "./SafePage";
import { type Question, TestSafe } from "./TestSafe";

type SafeFixtures = {
  readonly safe: TestSafe;
  /** Opens the Safe's page with the app in it, and waits until the Safe is connected there. Without storage unless `keepsStorage`. */
  readonly openInSafe: (options?: { readonly keepsStorage: boolean }) => Promise<FrameLocator>;
};

/** Every test has a Safe, and its page, which shows the app. */
export const test = base.extend<SafeFixtures>({
  safe: async ({ page, chain, devnet, watch, safePage }, use) => {
    const safe = await TestSafe.create(chain, devnet.deployment);
    for (const origin of [safePage.origin, safePage.sameSiteOrigin]) {
      watch.allow(new RegExp(`^request to another origin: ${origin}/`));
    }
    await page.exposeFunction(SAFE_FUNCTION, (question: Question) => safe.answer(question));
    await use(safe);
  },

  openInSafe: async ({ page, baseURL, safe, safePage }, use) => {
    await use(async ({ keepsStorage } = { keepsStorage: false }) => {
      await page.goto(safePage.showing(`${baseURL}/safe`, keepsStorage ? safePage.sameSiteOrigin : safePage.origin));
      const app = page.frameLocator("iframe");
      await expect(app.getByRole("button", { name: `Account ${safe.address}` })).toBeVisible();
      return app;
    });
  },
});

export { expect };

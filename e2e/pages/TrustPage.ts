import { expect, type Locator, type Page } from "@playwright/test";

/** Who can change what: of all vaults, or of one. */
export class TrustPage {
  readonly ofAll: Locator;

  constructor(readonly page: Page) {
    this.ofAll = page.getByRole("heading", { level: 1, name: "What you trust", exact: true });
  }

  ofVault(name: string): Locator {
    return this.page.getByRole("heading", { level: 1, name: `${name}: what you trust`, exact: true });
  }

  /** The last thing on it: whoever reads so far has seen the rest. */
  async whole() {
    await expect(this.page.getByRole("region", { name: "Risks, in plain words" })).toBeVisible();
  }
}

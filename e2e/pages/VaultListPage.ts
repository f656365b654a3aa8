import { expect, type Locator, type Page } from "@playwright/test";

/** The list of all vaults. */
export class VaultListPage {
  readonly heading: Locator;

  constructor(readonly page: Page) {
    this.heading = page.getByRole("heading", { level: 1, name: "Vaults" });
  }

  async open() {
    await this.page.goto("/vaults");
    await expect(this.heading).toBeVisible();
  }

  vault(name: string): Locator {
    return this.page.getByRole("main").getByRole("link", { name, exact: true });
  }

  /** Follows a row to the vault's own page. */
  async choose(name: string) {
    await this.vault(name).click();
    await expect(this.page.getByRole("heading", { level: 1, name })).toBeVisible();
  }
}

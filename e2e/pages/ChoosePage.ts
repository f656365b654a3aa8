import { expect, type Locator, type Page } from "@playwright/test";

/** One deposit split over several vaults. */
export class ChoosePage {
  readonly panel: Locator;
  readonly stored: Locator;

  constructor(readonly page: Page) {
    this.panel = page.getByRole("complementary", { name: "Deposit the split" });
    this.stored = page.getByRole("region", { name: "Your stored split" });
  }

  async open() {
    await this.page.goto("/choose");
    await this.expectShown();
  }

  /** By the menu of another page, which keeps the wallet of that page connected. */
  async openFromMenu() {
    await this.page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Choose" }).click();
    await this.expectShown();
  }

  private async expectShown() {
    await expect(this.page.getByRole("heading", { level: 1, name: "Choose a strategy" })).toBeVisible();
  }

  /** A vault's weight in percent, as text. */
  weight(vault: string): Locator {
    return this.page.getByRole("main").getByRole("textbox", { name: vault });
  }

  async deposit(amount: string) {
    await this.panel.getByRole("textbox", { name: "Amount" }).fill(amount);
    await this.panel.getByRole("button", { name: "Review deposit" }).click();
  }

  async withdrawFromBoth() {
    await this.panel.getByRole("button", { name: "Review withdrawal" }).click();
  }
}

import { expect, type Locator, type Page } from "@playwright/test";

/** What the connected account has in all vaults. */
export class PortfolioPage {
  readonly requests: Locator;
  readonly positions: Locator;

  constructor(readonly page: Page) {
    this.requests = page.getByRole("list", { name: "Requests" }).getByRole("listitem");
    this.positions = page.getByRole("table", { name: "Positions" });
  }

  async open() {
    await this.page.goto("/portfolio");
    await expect(this.page.getByRole("heading", { level: 1, name: "Portfolio" })).toBeAttached();
  }

  /** The one action of a request: the verb, and the vault that it names. */
  action(verb: string, vault: string): Locator {
    return this.requests.filter({ hasText: vault }).getByRole("button", { name: new RegExp(`^${verb}: `) });
  }
}

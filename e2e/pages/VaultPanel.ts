import { expect, type Locator } from "@playwright/test";
import type { Screen } from "./Frame";

/** The panel of a vault's page to put in and take out, and what the account has there. */
export class VaultPanel {
  readonly panel: Locator;
  readonly amount: Locator;
  readonly shares: Locator;
  readonly position: Locator;

  constructor(page: Screen) {
    this.panel = page.getByRole("complementary", { name: "Deposit and withdraw" });
    this.amount = this.panel.getByRole("textbox", { name: "Amount" });
    this.shares = this.panel.getByRole("textbox", { name: "Shares" });
    this.position = page.getByRole("region", { name: "Your position" });
  }

  /** The panel's last button, by what it says. */
  button(name: string | RegExp): Locator {
    return this.panel.getByRole("button", { name });
  }

  async deposit(amount: string) {
    await this.amount.fill(amount);
    await this.button("Review deposit").click();
  }

  /** Asks for every share back. */
  async withdrawAll() {
    await this.panel.getByRole("tab", { name: "Withdraw" }).click();
    await this.panel.getByRole("button", { name: "Use the largest shares" }).click();
    await expect(this.panel.getByText("All your shares, to the last one.")).toBeVisible();
    await this.button("Review withdrawal").click();
  }

  /** The one action of an open request: Claim, Cancel, Take back. */
  request(verb: string): Locator {
    return this.position.getByRole("button", { name: new RegExp(`^${verb}: `) });
  }
}

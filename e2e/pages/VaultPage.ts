import { expect, type Locator, type Page } from "@playwright/test";
import type { Address } from "viem";

/** One vault's page: the panel to put in and take out, and what the account has there. */
export class VaultPage {
  readonly panel: Locator;
  readonly amount: Locator;
  readonly shares: Locator;
  readonly position: Locator;

  constructor(readonly page: Page) {
    this.panel = page.getByRole("complementary", { name: "Deposit and withdraw" });
    this.amount = this.panel.getByRole("textbox", { name: "Amount" });
    this.shares = this.panel.getByRole("textbox", { name: "Shares" });
    this.position = page.getByRole("region", { name: "Your position" });
  }

  async open(vault: { readonly chainId: number; readonly address: Address }) {
    await this.page.goto(`/vaults/${vault.chainId}/${vault.address}`);
    await expect(this.panel.getByRole("tab", { name: "Deposit" })).toBeVisible();
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

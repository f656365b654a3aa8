import { expect, type Locator, type Page } from "@playwright/test";
import { Frame } from "./Frame";

/** The way to a wallet on a phone: the entry among the wallets, and the code. */
export class PairingDialog {
  readonly dialog: Locator;
  readonly entry: Locator;
  readonly code: Locator;

  constructor(readonly page: Page) {
    this.dialog = page.getByRole("dialog", { name: "Connect by phone or Ledger Live" });
    this.entry = page.getByRole("dialog").getByRole("button", { name: "Phone or Ledger Live (WalletConnect)" });
    this.code = this.dialog.getByRole("img", { name: "Code for your wallet's camera" });
  }

  /** Opens WalletConnect from the list of wallets. */
  async open() {
    await new Frame(this.page).connectButton.click();
    await this.entry.click();
  }

  /** Turns back, and opens it once more from the list of wallets, which may still stand behind the code. */
  async reopen() {
    await this.dialog.getByRole("button", { name: "Cancel" }).click();
    await expect(this.dialog).toHaveCount(0);
    if (!(await this.entry.isVisible())) await new Frame(this.page).connectButton.click();
    await this.entry.click();
  }

  /** What the code says, once it is there. */
  async uri(): Promise<string> {
    await expect(this.code).toBeVisible();
    const uri = await this.dialog.getByRole("link", { name: "Open a wallet on this device" }).getAttribute("href");
    return uri ?? "";
  }
}

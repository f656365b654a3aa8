import { expect, type Locator, type Page } from "@playwright/test";
import { Frame } from "./Frame";

/** From the plug to an account: the dialog that connects a Ledger. */
export class LedgerDialog {
  readonly findButton: Locator;
  readonly useButton: Locator;
  readonly cancelButton: Locator;

  constructor(readonly page: Page) {
    this.findButton = page.getByRole("button", { name: "Find my device" });
    this.useButton = page.getByRole("button", { name: "Use this account" });
    this.cancelButton = page.getByRole("button", { name: "Cancel" });
  }

  /** The dialog, by what it says now. */
  titled(title: string): Locator {
    return this.page.getByRole("dialog", { name: title });
  }

  account(address: string): Locator {
    return this.page.getByRole("radio", { name: new RegExp(address) });
  }

  /** Chooses the Ledger among the wallets. */
  async open() {
    await new Frame(this.page).connectButton.click();
    await this.page.getByRole("dialog").getByRole("button", { name: "Ledger" }).click();
  }

  /** Connects an account of a device that is ready; of the first page of a scheme. */
  async connect(address: string, scheme = "Ledger Live") {
    await this.open();
    await this.findButton.click();
    await this.page.getByRole("radio", { name: scheme }).check({ force: true });
    await this.account(address).check({ force: true });
    await this.useButton.click();
    await expect(new Frame(this.page).account(address)).toBeVisible();
  }
}

import { expect, type Locator, type Page } from "@playwright/test";

/** What only the local profile has: the bar with the time machine, and the demo wallet's own window. */
export class LocalBar {
  readonly bar: Locator;
  private readonly jumpButton: Locator;

  constructor(readonly page: Page) {
    this.bar = page.getByRole("complementary", { name: "Local chain" });
    this.jumpButton = this.bar.getByRole("button", { name: "Jump to the next expiry" });
  }

  async connect(account: "Newcomer" | "Depositor") {
    await this.bar.getByRole("button", { name: "Use the demo wallet" }).click();
    const choice = this.page.getByRole("dialog", { name: "Connect the demo wallet" });
    await choice.getByRole("button", { name: `Use ${account}` }).click();
    await expect(this.page.getByRole("banner").getByRole("button", { name: /^Account 0x/ })).toBeVisible();
  }

  /** Answers the demo wallet's question about a permit or a transaction with a yes. */
  async sign(what: "Permit" | "Transaction") {
    const question = this.page.getByRole("dialog", { name: "Sign with the demo wallet?" });
    await expect(question.getByText(what, { exact: true })).toBeVisible();
    await question.getByRole("button", { name: "Sign with the demo wallet" }).click();
  }

  /** Lives through the rest of the epoch. */
  async jump() {
    await this.jumpButton.click();
    await expect(this.bar.getByRole("button", { name: "Living through the epoch" })).toBeVisible();
    await expect(this.jumpButton).toBeVisible({ timeout: 60_000 });
  }
}

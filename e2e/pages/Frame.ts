import { expect, type Locator, type Page } from "@playwright/test";

/** Where the app is drawn: a page, or a frame in one. */
export type Screen = Pick<Page, "getByRole">;

/** What stands around every page: the bar, the wallet, the news of a write. */
export class Frame {
  readonly connectButton: Locator;
  readonly themeSwitch: Locator;

  constructor(readonly page: Screen) {
    const bar = page.getByRole("banner");
    this.connectButton = bar.getByRole("button", { name: "Connect wallet" });
    this.themeSwitch = bar.getByRole("button", { name: "Switch between dark and light" });
  }

  /** The button that shows who is connected. */
  account(address: string): Locator {
    return this.page.getByRole("banner").getByRole("button", { name: `Account ${address}` });
  }

  /** Chooses the test's own wallet among those that announced themselves. */
  async connect(address: string) {
    await this.connectButton.click();
    await this.page.getByRole("dialog").getByRole("button", { name: "Test Wallet" }).click();
    await expect(this.account(address)).toBeVisible();
  }

  /** What the wallet sent is told as another than shown, in these words, with no way to do it again and never as confirmed. */
  async expectSentOther(words: readonly (string | RegExp)[]) {
    const news = this.news("Your wallet sent another transaction than the one shown.");
    for (const part of words) await expect(news).toContainText(part);
    await expect(news.getByRole("button", { name: "Try again" })).toHaveCount(0);
    await expect(this.news(/confirmed/)).toHaveCount(0);
  }

  /** A note in the corner, by its title. */
  news(title: string | RegExp): Locator {
    return this.page.getByRole("article").filter({ hasText: title });
  }
}

import { expect, type Locator, type Page } from "@playwright/test";

/** The page that shows somebody else's plan: its calls, its digest, the Safe's hashes. */
export class SharedReviewPage {
  readonly calls: Locator;
  readonly rail: Locator;

  constructor(readonly page: Page) {
    this.calls = page.getByRole("list", { name: "Calls" });
    this.rail = page.getByRole("complementary", { name: "Compare with the others" });
  }

  /** Puts another plan behind the `#` of the same page. */
  async open(fragment: string) {
    await this.page.goto(`/review#${fragment}`);
  }

  /** The alert of a broken rule. */
  get alert(): Locator {
    return this.page.getByRole("main").getByRole("alert");
  }

  /** The digest, put together from its groups. */
  async digest(): Promise<string> {
    const groups = this.rail.getByRole("list", { name: "Digest, in groups" }).getByRole("listitem");
    await expect(groups).toHaveCount(8);
    return (await groups.allInnerTexts()).join("");
  }

  /** By how many pixels the page is wider than the screen. */
  overflow(): Promise<number> {
    return this.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  }
}

import { readFile } from "node:fs/promises";
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

  /** Makes the same plan another account's. */
  async openFor(account: string) {
    await this.page.getByLabel("Another account that will send it").fill(account);
    await this.page.getByRole("button", { name: "Open it for this account" }).click();
    await expect(this.page.getByRole("main").getByText(account, { exact: true }).first()).toBeVisible();
  }

  /** The button that saves the file of Safe's Transaction Builder. */
  get save(): Locator {
    return this.page.getByRole("button", { name: "Save for Safe’s Transaction Builder" });
  }

  /** Saves that file; its text. */
  async savedFile(): Promise<string> {
    const saved = this.page.waitForEvent("download");
    await this.save.click();
    return readFile(await (await saved).path(), "utf8");
  }

  /** Opens what is exported for a governor, or a timelock. */
  async openCalldata(of: "governor" | "timelock") {
    await this.page.getByText(`Calldata for a ${of}`).click();
  }

  /** The calldata of one exported function. */
  calldata(functionName: "propose" | "scheduleBatch" | "executeBatch"): Locator {
    return this.page.getByRole("textbox", { name: new RegExp(`^${functionName}\\(`) });
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

import { expect, type Locator, type Page } from "@playwright/test";
import { NodeSetting } from "./SettingsPage";

/** What an address holds, and each step out. */
export class ExitPage {
  readonly node: NodeSetting;
  readonly address: Locator;

  constructor(readonly page: Page) {
    this.node = new NodeSetting(page);
    this.address = page.getByRole("textbox", { name: "Address", exact: true });
  }

  async open() {
    await this.page.goto("/exit");
    await expect(this.page.getByRole("button", { name: "Try this node" })).toBeVisible();
  }

  /** What is held in a vault, one item a step. */
  held(vault: string): Locator {
    return this.page.getByRole("list", { name: `What is held in ${vault}` }).getByRole("listitem");
  }
}

import { expect, type Locator, type Page } from "@playwright/test";

/** The node of one's own, on the settings and on the way out. */
export class NodeSetting {
  readonly address: Locator;

  constructor(readonly page: Page) {
    this.address = page.getByRole("textbox", { name: /^Address of (your|another)/ });
  }

  async try(url: string) {
    await this.address.fill(url);
    await this.page.getByRole("button", { name: "Try this node" }).click();
  }

  trial(host: string): Locator {
    return this.page.getByRole("region", { name: `Trial of ${host}` });
  }

  /** Takes the node that passed, in one of both ways, and waits for the page that reads from it. */
  async take(host: string, how: RegExp) {
    await expect(this.trial(host).getByRole("heading", { name: /passed/ })).toBeVisible();
    await this.trial(host).getByRole("radio", { name: how }).check();
    await this.trial(host).getByRole("button", { name: "Use this node" }).click();
    await expect(this.page.getByRole("button", { name: "Forget this node" })).toBeVisible();
  }
}

/** What a person may set for this browser. */
export class SettingsPage {
  readonly node: NodeSetting;
  readonly kept: Locator;

  constructor(readonly page: Page) {
    this.node = new NodeSetting(page);
    this.kept = page.getByRole("table", { name: "Kept in this browser" });
  }

  async open() {
    await this.page.goto("/settings");
    await expect(this.page.getByRole("heading", { name: "What this browser keeps" })).toBeVisible();
  }
}

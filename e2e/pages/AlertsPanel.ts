import { expect, type Locator, type Page } from "@playwright/test";

/** What an address is told of, on its portfolio. */
export class AlertsPanel {
  readonly alerts: Locator;
  readonly region: Locator;

  constructor(readonly page: Page) {
    this.region = page.getByRole("region", { name: "Alerts" });
    this.alerts = this.region.getByRole("list", { name: "Alerts" }).getByRole("listitem");
  }

  bound(label: RegExp): Locator {
    return this.region.getByRole("textbox", { name: label });
  }

  choice(name: string): Locator {
    return this.region.getByRole("checkbox", { name });
  }

  /** Waits for the panel, whose shortfall is the last to come. */
  async arrive() {
    await expect(this.page.getByText(/^20,000 scenarios, /).first()).toBeVisible();
    await expect(this.region).toBeVisible();
  }

  /**
   * Hears what the browser is asked to notify of, from now on and on every page. Chromium without a screen refuses notifications whatever
   * its context was granted, so the answer to whether it may is put in its place.
   */
  async listen(): Promise<readonly string[]> {
    const told: string[] = [];
    await this.page.exposeFunction("ballastTold", (title: string) => told.push(title));
    await this.page.addInitScript({
      content: `globalThis.Notification = class extends Notification {
        static get permission() { return "granted"; }
        constructor(title, options) { super(title, options); globalThis.ballastTold(title); }
      };`,
    });
    return told;
  }
}

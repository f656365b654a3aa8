import { expect, type Locator, type Page } from "@playwright/test";

/** The limits of an address, at the foot of its portfolio. */
export class MandatePanel {
  readonly panel: Locator;
  readonly save: Locator;
  /** Where the browser puts a file that is opened. */
  readonly file: Locator;

  constructor(page: Page) {
    this.panel = page.getByRole("region", { name: "Mandate" });
    this.save = this.panel.getByRole("button", { name: "Save as file" });
    this.file = this.panel.getByLabel("File of limits");
  }

  field(title: RegExp): Locator {
    return this.panel.getByRole("textbox", { name: title });
  }

  /** Where a limit stands: its line of the table. */
  state(title: string): Locator {
    return this.panel.getByRole("table", { name: "State of the limits" }).getByRole("row", { name: title });
  }

  /** Types a limit in percent, or takes it away, and keeps it. */
  async keep(title: RegExp, percent: string) {
    await this.field(title).fill(percent);
    await this.panel.getByRole("button", { name: "Keep these limits" }).click();
    await expect(this.panel.getByRole("status")).toHaveText("Kept in this browser.");
  }
}

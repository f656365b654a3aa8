import { expect, type Locator, type Page } from "@playwright/test";
import { untilLive } from "../fixtures/untilLive";

/** The list of all vaults. */
export class VaultListPage {
  readonly heading: Locator;
  readonly search: Locator;
  readonly sort: Locator;
  /** The vaults' names, as the list has them now. */
  readonly names: Locator;

  constructor(readonly page: Page) {
    this.heading = page.getByRole("heading", { level: 1, name: "Vaults" });
    this.search = page.getByRole("textbox", { name: "Search vaults" });
    this.sort = page.getByRole("combobox", { name: "Sort" });
    this.names = page.getByRole("table", { name: "Vaults", exact: true }).getByRole("link");
  }

  /** A query as somebody shared it, or the plain list; ready once its code is there. */
  async open(query = "") {
    await this.page.goto(`/vaults${query}`);
    await expect(this.heading).toBeVisible();
    await untilLive(this.search);
  }

  /** One choice of the two switches: `choice("Outlook", "Neutral")`. */
  choice(group: "Outlook" | "Asset", name: string): Locator {
    return this.page.getByRole("group", { name: group }).getByRole("radio", { name, exact: true });
  }

  vault(name: string): Locator {
    return this.page.getByRole("main").getByRole("link", { name, exact: true });
  }

  /** Follows a row to the vault's own page. */
  async choose(name: string) {
    await this.vault(name).click();
    await expect(this.page.getByRole("heading", { level: 1, name })).toBeVisible();
  }
}

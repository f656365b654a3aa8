import { expect, type Locator, type Page } from "@playwright/test";

/** A structure of one's own. */
export class BuildPage {
  readonly panel: Locator;
  readonly legs: Locator;
  readonly chart: Locator;
  readonly ways: Locator;

  constructor(readonly page: Page) {
    this.panel = page.getByRole("complementary", { name: "The structure in plain words" });
    this.legs = page.getByRole("table", { name: "Legs of the structure" });
    this.chart = page.getByRole("img", { name: /^Result at expiry by \w+ price/ });
    this.ways = page.getByRole("table", { name: "Vaults that come near the structure" });
  }

  async open(query = "") {
    await this.page.goto(`/build${query}`);
    await expect(this.legs).toBeVisible();
  }

  outlook(name: string): Locator {
    return this.page.getByRole("group", { name: "What do you expect?" }).getByRole("radio", { name });
  }

  shape(name: RegExp): Locator {
    return this.page.getByRole("group", { name: "Shapes" }).getByRole("radio", { name });
  }

  /** The part of the chart that moves a strike. */
  grip(name: string): Locator {
    return this.page.getByRole("slider", { name, exact: true });
  }

  async strikeOf(name: string): Promise<number> {
    return Number(await this.grip(name).getAttribute("aria-valuenow"));
  }

  /** Takes a strike's tag and lets it go so many pixels to the side. */
  async dragBy(name: string, pixels: number) {
    const box = await this.grip(name).locator(".payoff-grip-tag").boundingBox();
    if (box === null) throw new TypeError(`${name} is nowhere`);
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await this.page.mouse.move(x, y);
    await this.page.mouse.down();
    await this.page.mouse.move(x + pixels / 2, y, { steps: 4 });
    await this.page.mouse.move(x + pixels, y, { steps: 4 });
    await this.page.mouse.up();
  }
}

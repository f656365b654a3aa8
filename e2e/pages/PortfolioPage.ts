import { expect, type Locator, type Page } from "@playwright/test";

/** What the connected account has in all vaults. */
export class PortfolioPage {
  readonly requests: Locator;
  readonly positions: Locator;

  /** The section with the distribution. */
  readonly loss: Locator;

  readonly ownOptions: Locator;
  readonly walletTokens: Locator;

  constructor(readonly page: Page) {
    this.ownOptions = page.getByRole("table", { name: "Options in the wallet" });
    this.walletTokens = page.getByRole("table", { name: "Tokens in the wallet" });
    this.loss = page.getByRole("region", { name: "Loss distribution" });
    this.requests = page.getByRole("list", { name: "Requests" }).getByRole("listitem");
    this.positions = page.getByRole("table", { name: "Positions", exact: true });
  }

  async open() {
    await this.page.goto("/portfolio");
    await expect(this.page.getByRole("heading", { level: 1, name: "Portfolio" })).toBeAttached();
  }

  /** The one action of a request: the verb, and the vault that it names. */
  action(verb: string, vault: string): Locator {
    return this.requests.filter({ hasText: vault }).getByRole("button", { name: new RegExp(`^${verb}: `) });
  }

  /** Anyone's portfolio, by its link and without a wallet. */
  async watch(...accounts: readonly string[]) {
    await this.page.goto(`/portfolio/${accounts.join("+")}`);
    await expect(this.page.getByRole("heading", { level: 1, name: "Portfolio" }).first()).toBeAttached();
  }

  /** One figure of the strip under the net value, by its label. */
  stat(label: string): Locator {
    return this.page.locator("dl.stat-strip > div").filter({ has: this.page.getByText(label, { exact: true }) });
  }

  /** Dollars. */
  async netValue(): Promise<number> {
    return dollars(
      await this.page.getByText("Net value", { exact: true }).locator("xpath=following-sibling::p[1]").textContent(),
    );
  }

  /** Delta of a coin, in coins. */
  async delta(coin: string): Promise<number> {
    const row = this.page
      .getByRole("table", { name: "Greeks by underlying" })
      .getByRole("row", { name: new RegExp(`^${coin}`) });
    const [coins] = ((await row.getByRole("cell").nth(0).textContent()) ?? "").split(" ");
    return Number(coins?.replace("−", "-").replace(/[+,]/g, ""));
  }

  /** A cell of the map of price and volatility: the row by its head, the column by its place. */
  async mapCell(row: string, column: number): Promise<string | null> {
    const table = this.page.getByRole("table", { name: "Change in net value by price move and volatility shift" });
    return table
      .getByRole("row", { name: new RegExp(`^${row}`) })
      .getByRole("cell")
      .nth(column)
      .textContent();
  }

  /** VaR and ES at 95 % with their standard errors, in dollars, out of the details. */
  async tailFigures() {
    await this.loss.locator("summary", { hasText: "How sure these figures are" }).click();
    const table = this.loss.getByRole("table", { name: "Value at risk and expected shortfall by different ways" });
    const figure = async (name: string) => {
      const cells = table
        .getByRole("row", { name: new RegExp(`^${name}`) })
        .first()
        .getByRole("cell");
      return [-dollars(await cells.nth(0).textContent()), dollars(await cells.nth(1).textContent())] as const;
    };
    const [[valueAtRisk, valueAtRiskError], [shortfall, shortfallError]] = [
      await figure("VaR 95%"),
      await figure("ES 95%"),
    ];
    return { valueAtRisk, valueAtRiskError, shortfall, shortfallError };
  }

  /** Each vault's share of the shortfall, in percent. */
  shortfallShares(): Promise<readonly number[]> {
    return sharesIn(this.positions);
  }

  /** The same of what is held and owed in other protocols. */
  sharesElsewhere(): Promise<readonly number[]> {
    return sharesIn(this.page.getByRole("table", { name: "Positions in other protocols" }));
  }

  /** The same of all options in the wallet together. */
  async shareOfOwnOptions(): Promise<number> {
    const text = await this.page.getByText(/of the shortfall \(ES\)\.$/).textContent();
    return Number(/([−\d]+)% of the shortfall/.exec(text ?? "")?.[1]?.replace("−", "-"));
  }
}

/** The cells of a table's column of shares, in percent. */
async function sharesIn(table: Locator): Promise<readonly number[]> {
  const heads = await table.getByRole("columnheader").allTextContents();
  const column = heads.findIndex((head) => /^Share ?of ES$/.test(head));
  const rows = table.locator("tbody tr");
  const texts = await rows.locator(`> :nth-child(${column + 1})`).allTextContents();
  return texts.filter((text) => text.endsWith("%")).map((text) => Number(text.replace("%", "").replace("−", "-")));
}

function dollars(text: string | null): number {
  return Number((text ?? "").replace("−", "-").replace(/[$,]/g, ""));
}

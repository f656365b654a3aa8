import { readFile } from "node:fs/promises";
import { expect, type Locator, type Page } from "@playwright/test";

/** What an address has to do, did, and what came of it. */
export class ActivityPage {
  readonly open: Locator;
  readonly claimAll: Locator;
  private readonly requests: Locator;
  private readonly flows: Locator;
  private readonly results: Locator;

  constructor(readonly page: Page) {
    this.open = page.getByRole("list", { name: "Open requests" }).getByRole("listitem");
    this.claimAll = page.getByRole("button", { name: /^Claim all / });
    this.requests = page.getByRole("table", { name: "Requests" });
    this.flows = page.getByRole("table", { name: "Cash flows" });
    this.results = page.getByRole("table", { name: "Result by vault" });
  }

  async go(address?: string) {
    await this.page.goto(address === undefined ? "/activity" : `/activity/${address}`);
    await expect(this.page.getByRole("heading", { level: 1 })).toBeVisible();
  }

  /** Rows of the requests that say all of this. */
  request(...texts: readonly string[]): Locator {
    return rowsWith(this.requests, texts);
  }

  flow(...texts: readonly string[]): Locator {
    return rowsWith(this.flows, texts);
  }

  result(vault: string): Locator {
    return rowsWith(this.results, [vault]);
  }

  /** The one action of an open request: the verb, and the vault that it names. */
  action(verb: string, vault: string): Locator {
    return this.open.filter({ hasText: vault }).getByRole("button", { name: new RegExp(`^${verb}: `) });
  }

  /** What the browser saves when this button is pressed. */
  async saved(button: string): Promise<{ readonly name: string; readonly text: string }> {
    const download = this.page.waitForEvent("download");
    await this.page.getByRole("button", { name: button, exact: true }).click();
    const file = await download;
    return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") };
  }
}

function rowsWith(table: Locator, texts: readonly string[]): Locator {
  return texts.reduce(
    (rows, text) => rows.filter({ hasText: text }),
    table.getByRole("row").filter({ has: table.page().getByRole("rowheader") }),
  );
}

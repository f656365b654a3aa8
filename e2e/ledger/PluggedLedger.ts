import { fileURLToPath } from "node:url";
import { expect, type Page } from "@playwright/test";
import { build } from "esbuild";
import type { EmulatedHid } from "./EmulatedHid";
import type { Knobs } from "./EmulatedLedger";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** What inPage.ts puts on the page's window. */
type LedgerWindow = Window & { readonly ledger: EmulatedHid };

/** As long as a session leaves the device alone after an answer on its screen. */
const REST_MILLISECONDS = 3_500;

/** Bundled once for all tests of a worker. */
let script: Promise<string> | undefined;

async function bundled(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [`${root}e2e/ledger/inPage.ts`],
    absWorkingDir: root,
    bundle: true,
    write: false,
    format: "iife",
    target: "es2022",
    logLevel: "error",
  });
  return outputFiles[0]?.text ?? "";
}

/** The emulated Ledger of a page in Chromium, as a test handles it. */
export class PluggedLedger {
  constructor(private readonly page: Page) {}

  /** Puts it on every page from now on; before the page is opened. */
  async install(): Promise<void> {
    script ??= bundled();
    await this.page.addInitScript({ content: await script });
  }

  /** Turns knobs. */
  async set(knobs: Partial<Knobs>): Promise<void> {
    await this.page.evaluate((wanted) => {
      Object.assign((window as Window as LedgerWindow).ledger.ledger.knobs, wanted);
    }, knobs);
  }

  /** The person's answer while `person` is "waits". */
  async decide(isConfirmed: boolean): Promise<void> {
    await this.page.evaluate((yes) => (window as Window as LedgerWindow).ledger.ledger.decide(yes), isConfirmed);
  }

  /** Lets the time pass for which the device shows how the last request ended. The page's clock must be installed. */
  async rest(): Promise<void> {
    await expect(this.page.getByText("Your Ledger still shows the request before.")).toBeVisible();
    await this.page.clock.fastForward(REST_MILLISECONDS);
  }

  /** Unplugs it and plugs it in again with other knobs. */
  async replug(knobs: Partial<Knobs>): Promise<void> {
    await this.unplug();
    await this.set(knobs);
    await this.plug();
  }

  async unplug(): Promise<void> {
    await this.page.evaluate(() => (window as Window as LedgerWindow).ledger.unplug());
  }

  async plug(): Promise<void> {
    await this.page.evaluate(() => (window as Window as LedgerWindow).ledger.plug());
  }

  /** What it was asked and what it showed, so far. */
  async seen() {
    return this.page.evaluate(() => {
      const { ledger, prompts } = (window as Window as LedgerWindow).ledger;
      const { apdus, screens, isAsking, frames, app } = ledger;
      return { apdus, screens, isAsking, frames, bareHashes: app.bareHashes, prompts };
    });
  }
}

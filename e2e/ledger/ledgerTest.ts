import { test as base } from "../fixtures/test";
import { PluggedLedger } from "./PluggedLedger";

/** As every test, with an emulated Ledger plugged into the page before it is opened. */
export const test = base.extend<{ readonly ledger: PluggedLedger }>({
  ledger: async ({ page }, use) => {
    const ledger = new PluggedLedger(page);
    await ledger.install();
    await use(ledger);
  },
});

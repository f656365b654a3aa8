import { LedgerNotChosenError, LedgerUnpluggedError, LedgerUnsupportedBrowserError } from "@/lib/errors/ledgerErrors";

/** A device as WebHID knows it, as far as it is used here. */
export type HidDevice = { readonly vendorId: number; readonly productId: number };

/** `navigator.hid`, as far as it is used here. */
export type WebHid = {
  readonly getDevices: () => Promise<HidDevice[]>;
  readonly requestDevice: (options: { filters: readonly { vendorId: number }[] }) => Promise<HidDevice[]>;
  readonly addEventListener: (type: "disconnect", listener: (event: Event) => void) => void;
  readonly removeEventListener: (type: "disconnect", listener: (event: Event) => void) => void;
};

/** Ledger's number among USB vendors. */
const LEDGER_VENDOR_ID = 0x2c97;

/** The browser's WebHID. Throws LedgerUnsupportedBrowserError where there is none. */
export function browserHid(): WebHid {
  const { hid } = navigator as { readonly hid?: WebHid };
  if (hid === undefined) throw new LedgerUnsupportedBrowserError();
  return hid;
}

/** The devices that are plugged in and that the person has let this page see, in the browser's order. */
export async function allowedLedgers(hid: WebHid): Promise<readonly HidDevice[]> {
  return (await hid.getDevices()).filter(({ vendorId }) => vendorId === LEDGER_VENDOR_ID);
}

/**
 * The device to use: one that the page may see already, else, if `mayAsk`, the one that the person chooses in the
 * browser's list (which opens only in answer to a click). Throws LedgerNotChosenError or LedgerUnpluggedError.
 */
export async function findLedger(hid: WebHid, mayAsk: boolean): Promise<HidDevice> {
  const [allowed] = await allowedLedgers(hid);
  if (allowed !== undefined) return allowed;
  if (!mayAsk) throw new LedgerUnpluggedError();
  const [chosen] = await hid
    .requestDevice({ filters: [{ vendorId: LEDGER_VENDOR_ID }] })
    .catch((cause: unknown) => Promise.reject(new LedgerNotChosenError({ cause })));
  if (chosen === undefined) throw new LedgerNotChosenError();
  return chosen;
}

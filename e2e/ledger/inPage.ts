import { EmulatedHid } from "./EmulatedHid";
import { EmulatedLedger } from "./EmulatedLedger";

/**
 * Runs in the page before its own scripts: puts an emulated Ledger on `navigator.hid`, and itself on `window.ledger`, from
 * where a test turns its knobs. A person has not let the page see it yet.
 */
const hid = new EmulatedHid(new EmulatedLedger());
hid.isAllowed = false;
Object.defineProperty(navigator, "hid", { configurable: true, value: hid });
Object.defineProperty(window, "ledger", { configurable: true, value: hid });

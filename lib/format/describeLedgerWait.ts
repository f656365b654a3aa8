import type { BallastError } from "@/lib/errors/BallastError";
import { cleanTokenText } from "./cleanTokenText";
import { type LedgerError, ledgerMessage } from "./ledgerMessage";

/** What keeps a Ledger from being connected, and what to do about it. */
export type LedgerWait = {
  /** Where it stands: the device is not reached yet, or reached and not ready. */
  readonly step: "connect" | "unlock";
  readonly title: string;
  readonly lead: string;
  /** What is well already. */
  readonly done: readonly string[];
  /** What the page looks for, by itself, again and again; null when it does not. */
  readonly waitsFor: string | null;
  /** Does it help to let the browser show its list of devices? */
  readonly canFind: boolean;
  /** Words on the device, by which a person knows the screen that is meant; none when it is dark. */
  readonly onDevice: readonly string[];
};

/** A failure while a Ledger is being connected, as what to do next. `wasFound`: it answered before. */
export function describeLedgerWait(failure: BallastError, wasFound: boolean): LedgerWait {
  const error = failure as LedgerError; // the session throws no other
  switch (error.code) {
    case "ledgerUnplugged":
    case "ledgerNotChosen":
    case "ledgerUnsupportedBrowser":
      return notReached(error.code, wasFound);
    case "ledgerLocked":
      return {
        ...REACHED,
        title: "Unlock your Ledger",
        lead: "Enter its PIN on the device.",
        waitsFor: "Waiting for the PIN",
        onDevice: ["Enter PIN", "••••"],
      };
    case "ledgerAppClosed":
      return {
        ...UNLOCKED,
        title: "Open the Ethereum app",
        lead: "Choose Ethereum on the device. On a Nano, press both buttons.",
        waitsFor: "Waiting for the Ethereum app",
        onDevice: ["Ethereum", "press both buttons"],
      };
    case "ledgerWrongApp":
      return {
        ...UNLOCKED,
        title: `Leave the ${cleanTokenText(error.appName)} app`,
        lead: "Only the Ethereum app signs for this page. Quit the other one on the device and open Ethereum.",
        waitsFor: "Waiting for the Ethereum app",
        onDevice: [cleanTokenText(error.appName), "Quit app"],
      };
    case "ledgerOldApp":
      return {
        ...UNLOCKED,
        title: "Update the Ethereum app",
        lead: `Version ${cleanTokenText(error.version)} shows no transaction hash, so what it signs could not be checked. Update it in Ledger Live, close Ledger Live, and open the app again.`,
        waitsFor: `Waiting for version ${error.oldestVersion} or newer`,
        onDevice: ["Ethereum", cleanTokenText(error.version)],
      };
    default:
      return silentOrTaken(error);
  }
}

const REACHED = { step: "unlock", done: ["Plugged in"], canFind: false } as const;
const UNLOCKED = { step: "unlock", done: ["Plugged in", "Unlocked"], canFind: false } as const;
const DARK = { step: "connect", done: [], onDevice: [] } as const;

function notReached(
  code: "ledgerUnplugged" | "ledgerNotChosen" | "ledgerUnsupportedBrowser",
  wasFound: boolean,
): LedgerWait {
  if (code === "ledgerUnsupportedBrowser") {
    return {
      ...DARK,
      title: "This browser cannot talk to a Ledger",
      lead: "It has no WebHID, the way from a page to a USB device. Open this page in Chrome, Edge, Brave or Opera on a computer.",
      waitsFor: null,
      canFind: false,
    };
  }
  if (code === "ledgerNotChosen") {
    return {
      ...DARK,
      title: "No Ledger was chosen",
      lead: "The browser's list was closed, or it was empty because no Ledger is plugged in and unlocked. Plug it in, unlock it, and look again.",
      waitsFor: null,
      canFind: true,
    };
  }
  return wasFound
    ? {
        ...DARK,
        title: "Your Ledger is not plugged in",
        lead: "Plug it in again and unlock it. If this page still does not see it, let the browser show its list.",
        waitsFor: "Waiting for your Ledger",
        canFind: true,
      }
    : {
        ...DARK,
        title: "Connect your Ledger",
        lead: "Plug it in with a USB cable and unlock it. Your browser then asks which device to use.",
        waitsFor: null,
        canFind: true,
      };
}

function silentOrTaken(error: LedgerError): LedgerWait {
  if (error.code === "ledgerHeld") {
    return {
      ...DARK,
      done: ["Plugged in"],
      title: "Your Ledger is in use elsewhere",
      lead: "Another tab or program, such as Ledger Live, has it open. Close that one.",
      waitsFor: "Waiting until it is free",
      canFind: false,
    };
  }
  const { what, why, next } = ledgerMessage(error);
  return {
    ...REACHED,
    title: what.replace(/\.$/, ""),
    lead: error.code === "ledgerTimedOut" ? "Look at its screen and leave any open question there." : `${why} ${next}`,
    waitsFor: "Asking it again",
    onDevice: [],
  };
}

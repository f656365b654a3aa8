import type {
  LedgerAppClosedError,
  LedgerBareHashError,
  LedgerBlindSigningOffError,
  LedgerFailedError,
  LedgerHeldError,
  LedgerLockedError,
  LedgerNotChosenError,
  LedgerOldAppError,
  LedgerOtherAccountError,
  LedgerRejectedError,
  LedgerTimedOutError,
  LedgerTooSoonError,
  LedgerUnpluggedError,
  LedgerUnsupportedBrowserError,
  LedgerUnsupportedTypedDataError,
  LedgerWrongAppError,
  LedgerWrongSignatureError,
} from "@/lib/errors/ledgerErrors";
import type { Address } from "@/lib/vault/Token";
import { cleanTokenText } from "./cleanTokenText";
import { formatAddress } from "./formatAddress";
import type { Message } from "./Message";

/** Every way in which a Ledger can fail a person. */
export type LedgerError =
  | LedgerUnsupportedBrowserError
  | LedgerNotChosenError
  | LedgerHeldError
  | LedgerLockedError
  | LedgerAppClosedError
  | LedgerWrongAppError
  | LedgerOldAppError
  | LedgerBlindSigningOffError
  | LedgerRejectedError
  | LedgerUnpluggedError
  | LedgerTimedOutError
  | LedgerTooSoonError
  | LedgerOtherAccountError
  | LedgerWrongSignatureError
  | LedgerUnsupportedTypedDataError
  | LedgerBareHashError
  | LedgerFailedError;

/**
 * A failure by its code alone, as it is stored, or with what is known besides: then the sentence names it. Every
 * LedgerError is one.
 */
export type LedgerFault = {
  readonly code: LedgerError["code"];
  readonly appName?: string;
  readonly version?: string;
  readonly oldestVersion?: string;
  readonly waitedSeconds?: number;
  readonly expected?: Address;
  readonly actual?: Address;
  readonly typeName?: string | null;
  readonly statusWord?: string | null;
};

const CODES: Readonly<Record<LedgerError["code"], true>> = {
  ledgerUnsupportedBrowser: true,
  ledgerNotChosen: true,
  ledgerHeld: true,
  ledgerLocked: true,
  ledgerAppClosed: true,
  ledgerWrongApp: true,
  ledgerOldApp: true,
  ledgerBlindSigningOff: true,
  ledgerRejected: true,
  ledgerUnplugged: true,
  ledgerTimedOut: true,
  ledgerTooSoon: true,
  ledgerOtherAccount: true,
  ledgerWrongSignature: true,
  ledgerUnsupportedTypedData: true,
  ledgerBareHash: true,
  ledgerFailed: true,
};

/** Is this the code of a Ledger's failure? */
export function isLedgerCode(code: string): code is LedgerError["code"] {
  return Object.hasOwn(CODES, code);
}

const NOTHING = "Nothing was signed and nothing was sent.";

/** A failure of the Ledger in three sentences. */
export function ledgerMessage(error: LedgerFault): Message {
  const { code } = error;
  switch (code) {
    case "ledgerUnsupportedBrowser":
    case "ledgerNotChosen":
    case "ledgerHeld":
    case "ledgerUnplugged":
    case "ledgerTimedOut":
      return connectionMessage(code, error);
    case "ledgerLocked":
    case "ledgerAppClosed":
    case "ledgerWrongApp":
    case "ledgerOldApp":
    case "ledgerBlindSigningOff":
      return deviceStateMessage(code, error);
    default:
      return signingMessage(code, error);
  }
}

type Code = LedgerError["code"];
type ConnectionCode = Extract<Code, `ledger${"UnsupportedBrowser" | "NotChosen" | "Held" | "Unplugged" | "TimedOut"}`>;

function connectionMessage(code: ConnectionCode, { waitedSeconds }: LedgerFault): Message {
  switch (code) {
    case "ledgerUnsupportedBrowser":
      return {
        what: "This browser cannot talk to a Ledger.",
        why: "It has no WebHID, the way from a page to a USB device.",
        next: "Open this page in Chrome, Edge, Brave or Opera on a computer.",
      };
    case "ledgerNotChosen":
      return {
        what: "No Ledger was chosen.",
        why: "The browser's list of devices was closed, or was empty because none is plugged in and unlocked.",
        next: "Plug it in, unlock it, and connect again.",
      };
    case "ledgerHeld":
      return {
        what: "Your Ledger is in use elsewhere.",
        why: "Another tab or program, such as Ledger Live, has it open.",
        next: "Close that one, then try again.",
      };
    case "ledgerUnplugged":
      return {
        what: "Your Ledger is not plugged in.",
        why: `The connection ended, or this browser no longer lets the page see it. ${NOTHING}`,
        next: "Plug it in, unlock it, open the Ethereum app, and try again.",
      };
    case "ledgerTimedOut":
      return {
        what: "Your Ledger did not answer.",
        why: `The page waited ${waitedSeconds === undefined ? "long enough" : `${waitedSeconds} seconds`}. ${NOTHING}`,
        next: "Look at its screen and leave any open question there, then try again.",
      };
  }
}

type DeviceStateCode = Extract<Code, `ledger${"Locked" | "AppClosed" | "WrongApp" | "OldApp" | "BlindSigningOff"}`>;

function deviceStateMessage(code: DeviceStateCode, { appName, version, oldestVersion }: LedgerFault): Message {
  switch (code) {
    case "ledgerLocked":
      return { what: "Your Ledger is locked.", why: NOTHING, next: "Enter its PIN, then try again." };
    case "ledgerAppClosed":
      return {
        what: "The Ethereum app is not open.",
        why: "Your Ledger shows its dashboard.",
        next: "Open the Ethereum app on the device, then try again.",
      };
    case "ledgerWrongApp":
      return {
        what: `${appName === undefined ? "Another" : `The ${cleanTokenText(appName)}`} app is open on your Ledger.`,
        why: "Only the Ethereum app signs for this page.",
        next: "Leave that app, open the Ethereum app, then try again.",
      };
    case "ledgerOldApp":
      return {
        what: `The Ethereum app${version === undefined ? "" : ` ${cleanTokenText(version)}`} is too old.`,
        why: `Before ${oldestVersion ?? "the version that is needed here"} it shows no transaction hash, so what it signs could not be checked on its screen.`,
        next: "Update the Ethereum app in Ledger Live.",
      };
    case "ledgerBlindSigningOff":
      return {
        what: "Your Ledger refuses what it cannot show.",
        why: `Its setting “Blind signing” is off. ${NOTHING}`,
        next: "On the device: close the notice, open the Ethereum app's settings, switch “Blind signing” on, try again. Then compare the hash.",
      };
  }
}

type SigningCode = Exclude<Code, ConnectionCode | DeviceStateCode>;

function signingMessage(code: SigningCode, { expected, actual, typeName, statusWord }: LedgerFault): Message {
  switch (code) {
    case "ledgerRejected":
      return { what: "You rejected it on your Ledger.", why: NOTHING, next: "Start again when you are ready." };
    case "ledgerTooSoon":
      return {
        what: "Your Ledger was still busy.",
        why: `It showed the end of the request before. ${NOTHING}`,
        next: "Wait until it says that the app is ready, then try again.",
      };
    case "ledgerOtherAccount":
      return {
        what: "This Ledger holds another account.",
        why: `Under the same path it has ${actual && expected ? `${formatAddress(actual)}, not ${formatAddress(expected)}` : "another address"}. ${NOTHING}`,
        next: "Use the device, or the passphrase, that you connected with.",
      };
    case "ledgerWrongSignature":
      return {
        what: "The signature is not your account's.",
        why: "What the device sent back belongs to another account or to something else than was shown. It was thrown away; nothing was sent.",
        next: "Do not try again before you know why: check the device in Ledger Live.",
      };
    case "ledgerUnsupportedTypedData":
      return {
        what: "Your Ledger cannot sign this message.",
        why: `The app has no way to sign ${typeName ? `the type ${cleanTokenText(typeName)}` : "it"} rightly. ${NOTHING}`,
        next: "Approve with a transaction instead.",
      };
    case "ledgerBareHash":
      return {
        what: "The message was not signed.",
        why: `Your Ledger could not take it field by field, and a bare hash is never put to it. ${NOTHING}`,
        next: "Wait until the device says that the app is ready, then try again; or approve with a transaction instead.",
      };
    case "ledgerFailed":
      return {
        what: "Your Ledger failed.",
        why: `It gave no reason we know${statusWord ? ` (code ${statusWord})` : ""}. ${NOTHING}`,
        next: "Look at its screen, close and open the Ethereum app, then try again.",
      };
  }
}

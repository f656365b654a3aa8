import {
  LedgerAppClosedError,
  LedgerFailedError,
  LedgerOldAppError,
  LedgerWrongAppError,
} from "@/lib/errors/ledgerErrors";

/** The app that is open on the device. */
export type LedgerApp = { readonly name: string; readonly version: string };

/** What the Ethereum app says of itself. */
export type LedgerConfiguration = { readonly isBlindSigningOn: boolean; readonly version: string };

/**
 * From 1.14.0 on the app shows the hash of a transaction that it cannot read, and leaves out an amount of zero (its
 * change log, 2024-12-19). What lib/transaction/ledgerScreens promises is true from there on only.
 */
const OLDEST_VERSION = "1.14.0";

/** B0 01: which app is open, and its version. */
export const ASK_APP = Uint8Array.of(0xb0, 0x01, 0x00, 0x00, 0x00);

/** E0 06: the Ethereum app's settings. */
export const ASK_CONFIGURATION = Uint8Array.of(0xe0, 0x06, 0x00, 0x00, 0x00);

/** The answer to {@link ASK_APP}: format 1, then name and version, each after its length. */
export function parseApp(answer: Uint8Array): LedgerApp {
  const nameEnd = 2 + (answer[1] ?? 0);
  const versionEnd = nameEnd + 1 + (answer[nameEnd] ?? 0);
  if (answer[0] !== 1 || versionEnd > answer.length) throw new LedgerFailedError(null);
  return { name: asciiOf(answer.slice(2, nameEnd)), version: asciiOf(answer.slice(nameEnd + 1, versionEnd)) };
}

/** The answer to {@link ASK_CONFIGURATION}: flags, major, minor, patch. */
export function parseConfiguration(answer: Uint8Array): LedgerConfiguration {
  const [flags, major, minor, patch] = answer;
  if (flags === undefined || patch === undefined) throw new LedgerFailedError(null);
  return { isBlindSigningOn: (flags & 0x01) === 1, version: `${major}.${minor}.${patch}` };
}

/** Throws unless the Ethereum app is open and new enough. */
export function expectEthereumApp({ name, version }: LedgerApp): void {
  if (name === "BOLOS" || name.startsWith("OLOS")) throw new LedgerAppClosedError();
  if (name !== "Ethereum") throw new LedgerWrongAppError(name);
  if (isOlder(version, OLDEST_VERSION)) throw new LedgerOldAppError(version, OLDEST_VERSION);
}

/** By the three numbers; what follows them (`-dev`) does not count. */
function isOlder(version: string, than: string): boolean {
  const [ours, theirs] = [version, than].map((text) => text.split(".").map((part) => Number.parseInt(part, 10) || 0));
  for (const index of [0, 1, 2]) {
    const difference = (ours?.[index] ?? 0) - (theirs?.[index] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

function asciiOf(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}

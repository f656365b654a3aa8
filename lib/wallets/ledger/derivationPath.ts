import { invariant } from "@/lib/errors/invariant";

/** How wallets number the accounts of one seed. */
export type LedgerScheme = "ledgerLive" | "bip44" | "legacy";

/** Hardened indices are counted in 31 bits (BIP-32). */
const HIGHEST_INDEX = 2 ** 31 - 1;

/**
 * The path of a scheme's account `index` (from 0): Ledger Live m/44'/60'/n'/0/0, BIP-44 m/44'/60'/0'/0/n (MetaMask and
 * most others), legacy m/44'/60'/0'/n (Ledger's Chrome app, MyEtherWallet).
 */
export function derivationPath(scheme: LedgerScheme, index: number): string {
  invariant(Number.isInteger(index) && index >= 0 && index <= HIGHEST_INDEX, "an account's index is a 31-bit number");
  switch (scheme) {
    case "ledgerLive":
      return `m/44'/60'/${index}'/0/0`;
    case "bip44":
      return `m/44'/60'/0'/0/${index}`;
    case "legacy":
      return `m/44'/60'/0'/${index}`;
  }
}

/** A path as the kit takes it: without the root's name. */
export function kitPath(path: string): string {
  return path.replace(/^m\//, "");
}

/** Is this a path of one of the schemes? */
export function isPath(text: string): boolean {
  return /^m\/44'\/60'\/(\d{1,10}'\/0\/0|0'\/0\/\d{1,10}|0'\/\d{1,10})$/.test(text);
}

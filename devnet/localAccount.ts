import { pbkdf2Sync } from "node:crypto";
import { type HDAccount, HDKey, hdKeyToAccount } from "viem/accounts";
import { PUBLISHED_MNEMONIC } from "@/lib/config/publishedMnemonic";

/** BIP-39: 2,048 rounds, salted with this word and no password. Node's own are a hundred times as fast as those in JavaScript. */
const root = HDKey.fromMasterSeed(pbkdf2Sync(PUBLISHED_MNEMONIC, "mnemonic", 2_048, 64, "sha512"));
const accounts = new Map<number, HDAccount>();

/** The account at an index of the published mnemonic (m/44'/60'/0'/0/index), derived once. */
export function localAccount(index: number): HDAccount {
  const known = accounts.get(index);
  if (known !== undefined) return known;
  const account = hdKeyToAccount(root, { addressIndex: index });
  accounts.set(index, account);
  return account;
}

import { type Address, type Hex, isAddressEqual, recoverAddress, serializeSignature } from "viem";
import { LedgerWrongSignatureError } from "@/lib/errors/ledgerErrors";

/** A signature as the kit gives it; `v` is 0 or 1, or 27 or 28. */
export type KitSignature = { readonly r: Hex; readonly s: Hex; readonly v: number };

/** The signature of `hash` as 65 bytes, if the account made it. Throws LedgerWrongSignatureError otherwise. */
export async function signatureOf(account: Address, hash: Hex, { r, s, v }: KitSignature): Promise<Hex> {
  const yParity = v === 0 || v === 27 ? 0 : 1;
  let recovered: Address | null = null;
  try {
    const signature = serializeSignature({ r, s, yParity });
    recovered = await recoverAddress({ hash, signature });
    if ([0, 1, 27, 28].includes(v) && isAddressEqual(recovered, account)) return signature;
  } catch (cause) {
    if (recovered !== null) throw cause;
  }
  throw new LedgerWrongSignatureError(account, recovered);
}

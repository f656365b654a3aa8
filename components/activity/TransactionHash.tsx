import { formatAddress } from "@/lib/format/formatAddress";
import type { Hex } from "@/lib/vault/Token";

/** A transaction's hash for tight places; whole for a pointer and a screen reader, and in the files. */
export function TransactionHash({ hash }: { readonly hash: Hex }) {
  return (
    <span className="mono whitespace-nowrap text-12 text-ink-2" title={hash}>
      <span aria-hidden="true">{formatAddress(hash)}</span>
      <span className="visually-hidden">{hash}</span>
    </span>
  );
}

import type { BatchContract, SafeReview } from "./SafeReview";

/** Why nobody should sign a Safe's transaction: its contract hashes otherwise, or its delegated call would not do what is shown. */
export type SafeFault =
  | { readonly kind: "otherHash"; readonly version: string }
  | { readonly kind: "noBatchCode" | "otherBatchCode"; readonly contract: BatchContract };

/** What forbids to show the hashes of a Safe's transaction, or to export it; null where nothing does. */
export function safeFault({ version, ownHash, batch }: SafeReview): SafeFault | null {
  if (ownHash === "differs") return { kind: "otherHash", version };
  if (batch === null || batch.code === "published") return null;
  return { kind: batch.code === "none" ? "noBatchCode" : "otherBatchCode", contract: batch.contract };
}

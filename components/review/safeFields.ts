import type { KeyValue } from "@/components/ui/KeyValueList";
import type { SafeTransaction } from "@/lib/transaction/SafeReview";

/** A Safe transaction as it is hashed, field by field. */
export function safeFields(transaction: SafeTransaction): readonly KeyValue[] {
  const { to, value, calldata, operation, nonce } = transaction;
  return [
    { key: "to", value: to },
    { key: "value", value: `${value} wei` },
    { key: "data", value: `${calldata.length / 2 - 1} bytes` },
    { key: "operation", value: operation === 1 ? "1, delegated call" : "0, call" },
    { key: "safeTxGas", value: transaction.safeTxGas.toString() },
    { key: "baseGas", value: transaction.baseGas.toString() },
    { key: "gasPrice", value: transaction.gasPrice.toString() },
    { key: "gasToken", value: transaction.gasToken },
    { key: "refundReceiver", value: transaction.refundReceiver },
    { key: "nonce", value: nonce.toString() },
  ];
}

import { type Address, getAddress, type Hex, keccak256, stringToHex } from "viem";
import type { SharedPlan } from "@/lib/transaction/SharedPlan";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";

/** The file that Safe's Transaction Builder loads. */
export type TransactionBuilderBatch = {
  readonly version: "1.0";
  readonly chainId: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly meta: {
    readonly name: string;
    readonly description: string;
    readonly txBuilderVersion: string;
    readonly createdFromSafeAddress: Address;
    readonly createdFromOwnerAddress: "";
    readonly checksum?: Hex;
  };
  readonly transactions: readonly {
    readonly to: Address;
    readonly value: string;
    readonly data: Hex;
    readonly contractMethod: null;
    readonly contractInputsValues: null;
  }[];
};

/** The version whose format this is. */
const BUILDER_VERSION = "1.18.2";

/** A plan's calls as a batch for Safe's Transaction Builder, with the checksum that it looks at. */
export function transactionBuilderBatch(
  { chainId, account, calls }: SharedPlan,
  { name, createdAt }: { readonly name: string; readonly createdAt: UnixSeconds },
): TransactionBuilderBatch {
  const batch: TransactionBuilderBatch = {
    version: "1.0",
    chainId: chainId.toString(),
    createdAt: Number(createdAt) * 1000,
    meta: {
      name,
      description: "",
      txBuilderVersion: BUILDER_VERSION,
      createdFromSafeAddress: getAddress(account),
      createdFromOwnerAddress: "",
    },
    transactions: calls.map(({ to, value, calldata }) => ({
      to: getAddress(to),
      value: value.toString(),
      data: calldata,
      contractMethod: null,
      contractInputsValues: null,
    })),
  };
  return { ...batch, meta: { ...batch.meta, checksum: batchChecksum(batch) } };
}

/**
 * The builder's checksum: keccak-256 of the file without it and with `meta.name` null, in the builder's own spelling of
 * JSON. Source: safe-react-apps, apps/tx-builder/src/lib/checksum.ts. Checked: a file that builder 1.18.2 wrote.
 */
export function batchChecksum(batch: { readonly meta: object }): Hex {
  const { checksum: _, ...meta } = { checksum: undefined, ...batch.meta };
  return keccak256(stringToHex(spelled({ ...batch, meta: { ...meta, name: null } })));
}

/** Keys sorted and written as a list in front, each value followed by a comma. */
function spelled(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(spelled).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value ?? null);
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  const names = JSON.stringify(fields.map(([name]) => name));
  return `{${names}${fields.map(([, inner]) => `${spelled(inner)},`).join("")}}`;
}

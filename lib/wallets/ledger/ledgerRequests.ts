import {
  bytesToString,
  concat,
  getAddress,
  getTypesForEIP712Domain,
  type Hex,
  hashDomain,
  hashStruct,
  hexToBytes,
  keccak256,
  serializeTransaction,
  type TransactionSerializableEIP1559,
  type TypedDataDomain,
} from "viem";
import type { LedgerField, LedgerRequest } from "@/lib/transaction/LedgerRequest";
import type { TypeDefinitions } from "./nestedStructArray";

/** EIP-712 data as JSON carries it: whole numbers may be text. */
export type LedgerTypedData = {
  readonly domain: TypedDataDomain;
  readonly types: TypeDefinitions;
  readonly primaryType: string;
  readonly message: Readonly<Record<string, unknown>>;
};

/** Bytes that would be signed by personal_sign, as the device shows them: as text when they are printable ASCII, else as hex. */
export function messageRequest(message: Hex): LedgerRequest {
  const bytes = hexToBytes(message);
  const isText = bytes.every((byte) => (byte >= 0x20 && byte < 0x7f) || byte === 0x0a);
  return { kind: "message", text: isText ? bytesToString(bytes) : message };
}

/** An unsigned transaction in terms of the device's screens. */
export function transactionRequest(
  from: `0x${string}`,
  transaction: TransactionSerializableEIP1559,
): Extract<LedgerRequest, { kind: "transaction" }> {
  return {
    kind: "transaction",
    from: getAddress(from),
    to: getAddress(transaction.to ?? from),
    value: transaction.value ?? 0n,
    calldata: transaction.data ?? "0x",
    chainId: transaction.chainId,
    maxFee: (transaction.gas ?? 0n) * (transaction.maxFeePerGas ?? 0n),
    hash: keccak256(serializeTransaction(transaction)),
  };
}

type TypedDataRequest = Extract<LedgerRequest, { kind: "typedData" }>;

/** Structured data in terms of the device's screens. */
export function typedDataRequest(typedData: LedgerTypedData): TypedDataRequest {
  const { domain, primaryType, message } = typedData;
  const types = withDomainType(typedData);
  return {
    kind: "typedData",
    primaryType,
    domain: shownFields(types, "EIP712Domain", domain),
    message: shownFields(types, primaryType, message),
    domainHash: hashDomain({ domain, types: mutable(types) }),
    messageHash: hashStruct({ data: message, primaryType, types: mutable(types) }),
  };
}

/** What EIP-712 signs: domain and message hash under its prefix. */
export function typedDataHash({ domainHash, messageHash }: TypedDataRequest): Hex {
  return keccak256(concat(["0x1901", domainHash, messageHash]));
}

/** Typed data as the kit takes it. */
export function kitTypedData(typedData: LedgerTypedData) {
  const { domain, primaryType, message } = typedData;
  const { name, version, chainId, verifyingContract, salt } = domain;
  return {
    domain: {
      ...(name === undefined ? {} : { name }),
      ...(version === undefined ? {} : { version }),
      ...(chainId === undefined ? {} : { chainId: Number(chainId) }),
      ...(verifyingContract === undefined ? {} : { verifyingContract }),
      ...(salt === undefined ? {} : { salt }),
    },
    types: mutable(withDomainType(typedData)),
    primaryType,
    message: { ...message },
  };
}

/** The types with EIP712Domain, which may be left out because it follows from the domain. */
function withDomainType({ domain, types }: LedgerTypedData): TypeDefinitions {
  return Object.hasOwn(types, "EIP712Domain") ? types : { EIP712Domain: getTypesForEIP712Domain({ domain }), ...types };
}

type MutableTypes = Record<string, { name: string; type: string }[]>;

function mutable(types: TypeDefinitions): MutableTypes {
  return Object.fromEntries(
    Object.entries(types).map(([name, fields]) => [name, fields.map((field) => ({ ...field }))]),
  );
}

/** The leaves of a struct in the order of its definition; of an array, one after the other under the array's name. */
function shownFields(types: TypeDefinitions, typeName: string, value: unknown): readonly LedgerField[] {
  return (types[typeName] ?? []).flatMap(({ name, type }) => shownValue(types, { name, type }, member(value, name)));
}

function shownValue(
  types: TypeDefinitions,
  { name, type }: { readonly name: string; readonly type: string },
  value: unknown,
): readonly LedgerField[] {
  const array = /^(.*)\[\d*\]$/.exec(type);
  if (array) {
    const elements: readonly unknown[] = Array.isArray(value) ? value : [];
    return elements.flatMap((element) => shownValue(types, { name, type: array[1] ?? "" }, element));
  }
  if (Object.hasOwn(types, type)) return shownFields(types, type, value);
  return [{ name, value: shownText(type, value) }];
}

function shownText(type: string, value: unknown): string {
  if (type === "address") return getAddress(String(value));
  return type.startsWith("bytes") ? `0x${String(value).slice(2).toUpperCase()}` : String(value);
}

function member(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
}

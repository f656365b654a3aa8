import { bytesToHex, bytesToString, concat, getAddress, type Hex, keccak256, pad, stringToHex } from "viem";
import type { LedgerField } from "@/lib/transaction/LedgerRequest";

/** A field's type as E0 1A carries it. `levels` as they are written: `Leg[2][]` has 2, null. */
type FieldType = {
  readonly name: string;
  readonly kind: Kind;
  readonly size: number | null;
  readonly structName: string | null;
  readonly levels: readonly (number | null)[];
};
const KINDS = ["struct", "int", "uint", "address", "bool", "string", "bytesN", "bytes"] as const;
type Kind = (typeof KINDS)[number];

type Token = { readonly array: number } | { readonly value: Uint8Array };

/** The hash of a struct, and its leaves as they are shown. */
export type StreamedStruct = { readonly name: string; readonly hash: Hex; readonly fields: readonly LedgerField[] };

/**
 * Structured data as it reaches the device: definitions (E0 1A), then values (E0 1C), from which it computes the hashes
 * itself. Hashes arrays of arrays of structs as the genuine app 1.23.0 does, which is not what EIP-712 says.
 */
export class TypedStream {
  readonly #types = new Map<string, FieldType[]>();
  readonly #roots: { readonly name: string; readonly tokens: Token[] }[] = [];
  #defined: FieldType[] = [];
  #partial: number[] = [];

  /** Definitions are over: what is defined now belongs to the next message. */
  get hasValues(): boolean {
    return this.#roots.length > 0;
  }

  /** E0 1A: a struct's name (P2 00), or a field of it (P2 FF). */
  define(isField: boolean, bytes: Uint8Array): void {
    if (isField) {
      this.#defined.push(parseField(bytes));
      return;
    }
    this.#defined = [];
    this.#types.set(bytesToString(bytes), this.#defined);
  }

  /** E0 1C with P2 00: the values of a struct follow. */
  beginRoot(bytes: Uint8Array): void {
    this.#roots.push({ name: bytesToString(bytes), tokens: [] });
  }

  /** E0 1C with P2 0F: an array of so many elements follows. */
  array(bytes: Uint8Array): void {
    this.#roots.at(-1)?.tokens.push({ array: bytes[0] ?? 0 });
  }

  /** E0 1C with P2 FF: a value after its length (2), possibly over several APDUs. */
  value(bytes: Uint8Array): void {
    this.#partial.push(...bytes);
    const length = ((this.#partial[0] ?? 0) << 8) | (this.#partial[1] ?? 0);
    if (this.#partial.length < length + 2) return;
    this.#roots.at(-1)?.tokens.push({ value: Uint8Array.from(this.#partial.slice(2)) });
    this.#partial = [];
  }

  /** Domain and message, once all has been streamed. */
  structs(): readonly StreamedStruct[] {
    return this.#roots.map(({ name, tokens }) => {
      const fields: LedgerField[] = [];
      const hash = new StructReader(this.#types, [...tokens], fields).hashOf(name);
      return { name, hash, fields };
    });
  }
}

class StructReader {
  constructor(
    private readonly types: ReadonlyMap<string, readonly FieldType[]>,
    private readonly tokens: Token[],
    private readonly shown: LedgerField[],
  ) {}

  hashOf(name: string): Hex {
    return keccak256(concat([this.#typeHash(name), ...this.#encodedFields(name)]));
  }

  #typeHash(name: string): Hex {
    const used = new Set<string>();
    const visit = (each: string) => {
      for (const { structName } of this.types.get(each) ?? []) {
        if (structName === null || used.has(structName) || structName === name) continue;
        used.add(structName);
        visit(structName);
      }
    };
    visit(name);
    return keccak256(stringToHex([name, ...[...used].sort()].map((each) => this.#definitionOf(each)).join("")));
  }

  #definitionOf(name: string): string {
    return `${name}(${(this.types.get(name) ?? []).map((field) => `${typeText(field)} ${field.name}`).join(",")})`;
  }

  #encodedFields(name: string): readonly Hex[] {
    return (this.types.get(name) ?? []).map((field) => this.#encoded(field, field.levels.length));
  }

  #encoded(field: FieldType, levels: number): Hex {
    if (levels > 0) return this.#encodedArray(field, levels);
    return field.structName === null ? this.#encodedValue(field) : this.hashOf(field.structName);
  }

  #encodedArray(field: FieldType, levels: number): Hex {
    const token = this.tokens.shift();
    const length = token !== undefined && "array" in token ? token.array : 0;
    const { structName } = field;
    if (structName !== null && field.levels.length > 1 && levels === 1 && length > 0) {
      return this.#genuineInnerArray(structName, length);
    }
    return keccak256(concat(Array.from({ length }, () => this.#encoded(field, levels - 1))));
  }

  /** What the app makes of an inner array of structs: the first element loses its type's hash to the array. */
  #genuineInnerArray(structName: string, length: number): Hex {
    const first = keccak256(concat(this.#encodedFields(structName)));
    const others = Array.from({ length: length - 1 }, () => this.hashOf(structName));
    return keccak256(concat([this.#typeHash(structName), first, ...others]));
  }

  #encodedValue(field: FieldType): Hex {
    const token = this.tokens.shift();
    const bytes = token !== undefined && "value" in token ? token.value : new Uint8Array();
    this.shown.push({ name: field.name, value: shownValue(field, bytes) });
    switch (field.kind) {
      case "string":
      case "bytes":
        return keccak256(bytes);
      case "bytesN":
        return pad(bytesToHex(bytes), { dir: "right", size: 32 });
      case "int":
        return bytesToHex(
          new Uint8Array(32)
            .fill(isNegative(field, bytes) ? 0xff : 0)
            .map((fill, i) => bytes[i - 32 + bytes.length] ?? fill),
        );
      default:
        return pad(bytesToHex(bytes), { size: 32 });
    }
  }
}

/** Numbers come without leading zeros: only one of full size can have the sign bit. */
function isNegative({ size }: FieldType, bytes: Uint8Array): boolean {
  return bytes.length === size && (bytes[0] ?? 0) >= 0x80;
}

function shownValue(field: FieldType, bytes: Uint8Array): string {
  const hex = bytesToHex(bytes);
  switch (field.kind) {
    case "address":
      return getAddress(hex);
    case "bool":
      return String(bytes.some((byte) => byte !== 0));
    case "string":
      return bytesToString(bytes);
    case "uint":
      return BigInt(hex).toString();
    case "int":
      return (BigInt(hex) - (isNegative(field, bytes) ? 1n << BigInt(8 * bytes.length) : 0n)).toString();
    default:
      return `0x${hex.slice(2).toUpperCase()}`;
  }
}

function typeText({ kind, size, structName, levels }: FieldType): string {
  const bits = size === null ? "" : String(kind === "bytesN" ? size : size * 8);
  const base = structName ?? `${kind === "bytesN" ? "bytes" : kind}${bits}`;
  return base + levels.map((length) => `[${length ?? ""}]`).join("");
}

/** Type byte (80: array, 40: with size, low bits: kind), struct's name, size, array levels, the field's name. */
function parseField(bytes: Uint8Array): FieldType {
  let at = 0;
  const next = () => bytes[at++] ?? 0;
  const text = () => {
    const length = next();
    at += length;
    return bytesToString(bytes.slice(at - length, at));
  };
  const type = next();
  const kind = KINDS[type & 0x0f] ?? "bytes";
  const structName = kind === "struct" ? text() : null;
  const size = type & 0x40 ? next() : null;
  const levels = Array.from({ length: type & 0x80 ? next() : 0 }, () => (next() === 0 ? null : next()));
  return { kind, structName, size, levels, name: text() };
}

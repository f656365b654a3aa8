import type { Hex } from "viem";
import { fieldsOf } from "@/lib/untrusted/fieldsOf";

/** The fields of a request's object, as JSON-RPC has them. */
export type HexFields = Readonly<Record<string, Hex | undefined>>;

/** Reads them; what is not hex fails where it is used. */
export function hexFieldsOf(value: unknown): HexFields {
  return fieldsOf(value) as HexFields;
}

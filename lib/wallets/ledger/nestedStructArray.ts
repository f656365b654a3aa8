/** EIP-712 type definitions by name. */
export type TypeDefinitions = Readonly<Record<string, readonly { readonly name: string; readonly type: string }[]>>;

/**
 * The first type that is an array of arrays of structs (`Leg[2][]`, `Leg[][]`), or null. The Ethereum app answers those
 * with a signature of another hash than EIP-712 defines (seen with 1.23.0), so they are never sent to it.
 */
export function nestedStructArray(types: TypeDefinitions): string | null {
  for (const field of Object.values(types).flat()) {
    const [base = ""] = field.type.split("[");
    const levels = field.type.split("[").length - 1;
    if (levels > 1 && Object.hasOwn(types, base)) return field.type;
  }
  return null;
}

/**
 * Changes in value of a book, scenario by scenario, once an amount of a vault is added: exact, because a vault's change is in proportion to the
 * amount. Columns of the same scenarios; without a column of the vault, the book's own.
 */
export function changesWith(own: Float64Array, perDollar: Float64Array | undefined, dollars: number): Float64Array {
  if (perDollar === undefined || dollars === 0) return own;
  return own.map((change, scenario) => change + dollars * (perDollar[scenario] ?? Number.NaN));
}

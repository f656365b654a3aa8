/** The items of each expiry, in their order; expiries in the order of their first item. */
export function groupedByExpiry<Item>(
  items: readonly Item[],
  expiryOf: (item: Item) => number,
): ReadonlyMap<number, readonly Item[]> {
  const groups = new Map<number, Item[]>();
  for (const item of items) {
    const group = groups.get(expiryOf(item));
    if (group === undefined) groups.set(expiryOf(item), [item]);
    else group.push(item);
  }
  return groups;
}

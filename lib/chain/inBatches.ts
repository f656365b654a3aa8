import { invariant } from "@/lib/errors/invariant";

/**
 * Reads every item, so many at once and the next ones after them: items read at once share a request, and no request grows with what somebody
 * else wrote. Results come in the order of the items.
 */
export async function inBatches<Item, Value>(
  items: readonly Item[],
  size: number,
  read: (item: Item) => Promise<Value>,
): Promise<readonly Value[]> {
  invariant(Number.isInteger(size) && size > 0, "a batch holds at least one");
  const values: Value[] = [];
  for (let from = 0; from < items.length; from += size)
    values.push(...(await Promise.all(items.slice(from, from + size).map(read))));
  return values;
}

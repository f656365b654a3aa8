import { type ListFilter, NO_FILTER, OUTLOOK_OPTIONS, SORT_OPTIONS } from "./listFilter";

/** Longer words are no search, and would make an address nobody can share. */
const LONGEST_TEXT = 60;
const SYMBOL = /^[A-Za-z0-9.]{1,20}$/;

/** Reads one parameter of an address's query by its name. */
type Query = { readonly get: (name: string) => string | null };

/** The filter that an address asks for. What it does not say, or says wrongly, filters nothing. */
export function parseListQuery(query: Query): ListFilter {
  const asset = query.get("asset") ?? "";
  return {
    text: (query.get("q") ?? NO_FILTER.text).slice(0, LONGEST_TEXT),
    outlook: known(OUTLOOK_OPTIONS, query.get("outlook")) ?? NO_FILTER.outlook,
    asset: SYMBOL.test(asset) ? asset : NO_FILTER.asset,
    sort: known(SORT_OPTIONS, query.get("sort")) ?? NO_FILTER.sort,
  };
}

/** The query that asks for a filter: only what differs from none, so that the plain list has the plain address. */
export function listQuery({ text, outlook, asset, sort }: ListFilter): string {
  const query = new URLSearchParams();
  if (text.trim() !== "") query.set("q", text.slice(0, LONGEST_TEXT));
  if (outlook !== NO_FILTER.outlook) query.set("outlook", outlook);
  if (asset !== NO_FILTER.asset) query.set("asset", asset);
  if (sort !== NO_FILTER.sort) query.set("sort", sort);
  const written = query.toString();
  return written === "" ? "" : `?${written}`;
}

function known<Value extends string>(
  options: readonly { readonly value: Value }[],
  asked: string | null,
): Value | undefined {
  return options.find(({ value }) => value === asked)?.value;
}

"use client";

import { useAddressQuery } from "@/hooks/useAddressQuery";
import type { ListFilter } from "./listFilter";
import { listQuery, parseListQuery } from "./listQuery";

const CODEC = { parse: parseListQuery, write: listQuery };

/**
 * What the reader of the list asked for, kept in the page's address. Typed letters replace the entry of the browser's history, every other
 * change adds one.
 */
export function useListFilter(): readonly [ListFilter, (next: ListFilter) => void] {
  const [filter, change] = useAddressQuery(CODEC);
  return [filter, (next) => change(next, next.text === filter.text ? "push" : "replace")];
}

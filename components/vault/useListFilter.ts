"use client";

import { useSearchParams } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import type { ListFilter } from "./listFilter";
import { listQuery, parseListQuery } from "./listQuery";

/**
 * What the reader of the list asked for, kept in the page's address: it can be shared, and the back button takes a choice
 * back. Typed letters replace the entry of the browser's history, every other change adds one.
 */
export function useListFilter(): readonly [ListFilter, (next: ListFilter) => void] {
  const params = useSearchParams();
  const [filter, setFilter] = useState(() => parseListQuery(params));
  const unseenWrites = useRef<string[]>([]);
  // Synchronises with the address, which back, forward and the menu's link to the whole list change. The router tells of a
  // change later than it is made, and puts what it tells into the address once more: while letters are being typed, that is
  // one of our own earlier queries. Only a query that is not ours is somebody else's wish.
  useEffect(() => {
    const query = listQuery(parseListQuery(params));
    const isLate = unseenWrites.current.slice(0, -1).includes(query);
    if (isLate && query !== unseenWrites.current.at(-1)) return;
    unseenWrites.current = [];
    setFilter((shown) => (listQuery(shown) === query ? shown : parseListQuery(params)));
  }, [params]);
  function change(next: ListFilter) {
    unseenWrites.current.push(listQuery(next));
    setFilter(next);
    writeQuery(next, next.text === filter.text ? "push" : "replace");
  }
  return [filter, change];
}

function writeQuery(filter: ListFilter, how: "push" | "replace"): void {
  const address = `${location.pathname}${listQuery(filter)}${location.hash}`;
  try {
    if (how === "push") history.pushState(null, "", address);
    else history.replaceState(null, "", address);
  } catch {
    // A browser that counts such writes refuses when somebody types very fast; the next change brings the address up to date.
  }
}

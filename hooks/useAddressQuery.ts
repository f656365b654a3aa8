"use client";

import { useSearchParams } from "next/navigation";
import { useEffect, useRef, useState } from "react";

/** How a change is written: `push` adds an entry to the browser's history, `replace` changes the last one, `keep` waits for a later write. */
export type QueryWrite = "push" | "replace" | "keep";

type Query = { readonly get: (name: string) => string | null };

/** What of a page is in its address: read from a query, and written as one (`?…`, or nothing). */
export type QueryCodec<Value> = {
  readonly parse: (query: Query) => Value;
  readonly write: (value: Value) => string;
};

/**
 * What does the page's address ask for? It can be shared, and the back button takes a change back. The codec stays the same one.
 */
export function useAddressQuery<Value>({
  parse,
  write,
}: QueryCodec<Value>): readonly [Value, (next: Value, how: QueryWrite) => void] {
  const params = useSearchParams();
  const [value, setValue] = useState(() => parse(params));
  const unseenWrites = useRef<string[]>([]);
  // Synchronises with the address, which back, forward and the menu's link to the plain page change. The router tells of a
  // change later than it is made, and puts what it tells into the address once more: while letters are being typed, that is
  // one of our own earlier queries. Only a query that is not ours is somebody else's wish.
  useEffect(() => {
    const query = write(parse(params));
    const isLate = unseenWrites.current.slice(0, -1).includes(query);
    if (isLate && query !== unseenWrites.current.at(-1)) return;
    unseenWrites.current = [];
    setValue((shown) => (write(shown) === query ? shown : parse(params)));
  }, [params, parse, write]);
  function change(next: Value, how: QueryWrite) {
    setValue(next);
    if (how === "keep") return;
    unseenWrites.current.push(write(next));
    writeQuery(write(next), how);
  }
  return [value, change];
}

function writeQuery(query: string, how: "push" | "replace"): void {
  const address = `${location.pathname}${query}${location.hash}`;
  try {
    if (how === "push") history.pushState(null, "", address);
    else history.replaceState(null, "", address);
  } catch {
    // A browser that counts such writes refuses when somebody types very fast; the next change brings the address up to date.
  }
}

"use client";

import { useSyncExternalStore } from "react";

/** What stands behind `#` in the address? Null on the server and while its HTML is taken over: browsers send it to nobody. */
export function useFragment(): string | null {
  return useSyncExternalStore(subscribe, inBrowser, onServer);
}

function subscribe(changed: () => void) {
  addEventListener("hashchange", changed);
  return () => removeEventListener("hashchange", changed);
}

const inBrowser = () => location.hash;
const onServer = () => null;

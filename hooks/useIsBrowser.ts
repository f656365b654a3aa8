"use client";

import { useSyncExternalStore } from "react";

/**
 * Has the browser taken over? False on the server and while its HTML is taken over, true from then on. What stands outside a page and asks
 * the cache waits for it: a query that exists before the page's own prefetch arrives keeps that prefetch out of the server's HTML.
 */
export function useIsBrowser(): boolean {
  return useSyncExternalStore(subscribe, onBrowser, onServer);
}

const subscribe = () => () => undefined;
const onBrowser = () => true;
const onServer = () => false;

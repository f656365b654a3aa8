"use client";

import { usePathname } from "next/navigation";
import { useSyncExternalStore } from "react";
import { SAFE_ENTRY } from "@/lib/config/safeEntry";

/** How this document was opened; it stays so wherever the router goes from there. */
const wasEnteredInFrame = typeof window !== "undefined" && location.pathname === SAFE_ENTRY && window.parent !== window;

/** Is the app shown in a Safe's page? By the address that the document was loaded at, and whether it stands in a frame: the one policy that lets it stand there is the entry's. The server goes by the address. */
export function useIsSafeFrame(): boolean {
  const pathname = usePathname();
  return useSyncExternalStore(subscribe, inBrowser, () => pathname === SAFE_ENTRY);
}

const subscribe = () => () => undefined;
const inBrowser = () => wasEnteredInFrame;

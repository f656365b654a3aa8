"use client";

import { useConfig } from "wagmi";
// Loaded with the menu that asks for it, so that whoever is connected can leave also when no more code comes.
import { disconnect } from "wagmi/actions";

/** Leaves the wallet. */
export function useDisconnect(): () => void {
  const config = useConfig();
  return () => void disconnect(config).catch(() => undefined);
}

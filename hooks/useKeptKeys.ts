"use client";

import { useState } from "react";
import { OPENED_WALLET_PATH } from "@/lib/config/openedWallet";
import { type KeptKey, keptKeys, removeKept } from "./keptKeys";
import { endTrial } from "./nodePermission";

/** What does this browser keep for the app, and how is it removed? Only in the browser. */
export function useKeptKeys(): {
  readonly kept: readonly KeptKey[];
  readonly remove: (key: KeptKey) => void;
  /** Removes all of them and both cookies, and loads the page anew. */
  readonly removeAll: () => void;
} {
  const [kept, setKept] = useState(keptKeys);
  const remove = (key: KeptKey) => {
    removeKept(key);
    setKept(keptKeys());
    // A node that is not kept any more is not to be reached either.
    void endTrial();
  };
  const removeAll = async () => {
    for (const key of keptKeys()) removeKept(key);
    await Promise.all([endTrial(), fetch(OPENED_WALLET_PATH, { method: "DELETE" }).catch(() => undefined)]);
    location.reload();
  };
  return { kept, remove, removeAll: () => void removeAll() };
}

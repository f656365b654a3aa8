"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { takeEarlyKeys } from "./earlyKeys";

const CHORD_MS = 1_000;
const GO_TO: Readonly<Record<string, string>> = {
  v: "/vaults",
  c: "/choose",
  b: "/build",
  p: "/portfolio",
  a: "/activity",
};

/**
 * "/" goes to the search field; "g" then v, c, b, p or a goes to a page. Silent while something is being typed. What was pressed before
 * this code was there is heard now.
 */
export function Shortcuts() {
  const router = useRouter();
  // The document's key presses.
  useEffect(() => {
    let armedUntil = 0;
    function onKey(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const page = event.timeStamp < armedUntil ? GO_TO[event.key] : undefined;
      armedUntil = event.key === "g" ? event.timeStamp + CHORD_MS : 0;
      if (page !== undefined) router.push(page);
      else if (event.key === "/") focusSearch(event);
    }
    for (const event of takeEarlyKeys()) onKey(event);
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [router]);
  return null;
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName) ||
    target.closest("dialog") !== null
  );
}

function focusSearch(event: KeyboardEvent) {
  const field = document.querySelector<HTMLInputElement>("[data-search-target]");
  if (field === null) return;
  event.preventDefault();
  field.focus();
}

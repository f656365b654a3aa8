"use client";

import { useLinkStatus } from "next/link";

/** Inside a link: a line over what the link covers, from the press until the other page is there. Who listens is told by the router. */
export function OpeningMark() {
  const { pending } = useLinkStatus();
  return pending ? <span className="opening-mark" aria-hidden="true" /> : null;
}

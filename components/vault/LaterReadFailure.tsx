"use client";

import { type ComponentProps, lazy } from "react";
import { BrowserPart } from "@/components/layout/BrowserPart";

const ReadFailure = lazy(() => import("./ReadFailure").then((module) => ({ default: module.ReadFailure })));

/** What is said when the chain does not answer: seldom needed, so its code comes then. */
export function LaterReadFailure(props: ComponentProps<typeof ReadFailure>) {
  return (
    <BrowserPart>
      <ReadFailure {...props} />
    </BrowserPart>
  );
}

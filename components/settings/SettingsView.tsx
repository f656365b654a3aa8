"use client";

import { lazy } from "react";
import { BrowserPart } from "@/components/layout/BrowserPart";
import { PageHeading } from "@/components/layout/PageHeading";
import { SkeletonRows } from "@/components/ui/SkeletonRows";
import type { ChainNodePolicy } from "./ChainNodes";

/** All of it is known in the browser alone. */
const LiveSettings = lazy(() => import("./LiveSettings").then((module) => ({ default: module.LiveSettings })));

/** What a person may set, for this browser only. */
export function SettingsView({ policies }: { readonly policies: readonly ChainNodePolicy[] }) {
  return (
    <>
      <PageHeading title="Settings" lead="For this browser only. There is no account, and nobody else is told." />
      <BrowserPart place={<SkeletonRows count={2} label="Reading what this browser keeps" />}>
        <LiveSettings policies={policies} />
      </BrowserPart>
    </>
  );
}

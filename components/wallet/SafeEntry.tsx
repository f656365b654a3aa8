"use client";

import { lazy } from "react";
import { BrowserPart } from "@/components/layout/BrowserPart";
import { Banner } from "@/components/ui/Banner";
import { useIsBrowser } from "@/hooks/useIsBrowser";
import { useIsSafeFrame } from "@/hooks/useIsSafeFrame";

const SafeConnector = lazy(() => import("./SafeConnector").then((module) => ({ default: module.SafeConnector })));

/** What the Safe App's entry has before the list: the connection with the Safe around it, or, outside a frame, how to get there. */
export function SafeEntry({ origins }: { readonly origins: readonly string[] }) {
  const isBrowser = useIsBrowser();
  const isInFrame = useIsSafeFrame();
  if (!isBrowser) return null;
  if (isInFrame) {
    return (
      <BrowserPart>
        <SafeConnector origins={origins} />
      </BrowserPart>
    );
  }
  return (
    <div className="mt-4">
      <Banner tone="info" title="This is Ballast as a Safe App.">
        To use it with a Safe, add this page’s address as a custom app in your Safe. Here it works like every other
        page.
      </Banner>
    </div>
  );
}

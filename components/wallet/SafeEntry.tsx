"use client";

import dynamic from "next/dynamic";
import { Banner } from "@/components/ui/Banner";
import { useIsBrowser } from "@/hooks/useIsBrowser";
import { useIsSafeFrame } from "@/hooks/useIsSafeFrame";

const SafeConnector = dynamic(() => import("./SafeConnector").then((module) => module.SafeConnector), { ssr: false });

/** What the Safe App's entry has before the list: the connection with the Safe around it, or, outside a frame, how to get there. */
export function SafeEntry({ origins }: { readonly origins: readonly string[] }) {
  const isBrowser = useIsBrowser();
  const isInFrame = useIsSafeFrame();
  if (!isBrowser) return null;
  if (isInFrame) return <SafeConnector origins={origins} />;
  return (
    <Banner tone="info" title="This is Ballast as a Safe App.">
      To use it with a Safe, add this page’s address as a custom app in your Safe. Here it works like every other page.
    </Banner>
  );
}

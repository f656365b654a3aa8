"use client";

import dynamic from "next/dynamic";
import { Skeleton } from "@/components/ui/Skeleton";

/**
 * Parts of a vault's page whose code comes after the first: the server sends them whole, the browser makes them live when their
 * code is there. Their places keep their height on the way from another page. Here: the payoff, the outcomes and the legs.
 */
export const LaterPricedEpoch = dynamic(() => import("./PricedEpoch").then((module) => module.PricedEpoch), {
  loading: () => <Skeleton className="block h-[1400px] w-full" />,
});

/** Performance, history and facts. */
export const LaterVaultRecord = dynamic(() => import("./VaultRecord").then((module) => module.VaultRecord), {
  loading: () => <Skeleton className="mt-10 block h-[720px] w-full" />,
});

/** What is said when the chain does not answer: seldom needed. */
export const LaterReadFailure = dynamic(() => import("./ReadFailure").then((module) => module.ReadFailure), {
  ssr: false,
  loading: () => null,
});

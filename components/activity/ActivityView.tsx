"use client";

import Link from "next/link";
import { PageHeading } from "@/components/layout/PageHeading";
import { useWallet } from "@/hooks/useWallet";
import { ActivityPrompt } from "./ActivityPrompt";
import { ActivitySkeleton } from "./ActivitySkeleton";
import { AddressLookup } from "./AddressLookup";
import { ShownActivity } from "./ShownActivity";

/** What the page is for. */
export const ACTIVITY_LEAD =
  "Every request from the day it was made, the one next step of each, and all cash flows with what came of them.";

/** The connected account's activity, or how to connect one or look at another. */
export function ActivityView() {
  const { account, status } = useWallet();
  return (
    <>
      <PageHeading title="Activity" lead={ACTIVITY_LEAD} />
      <AddressLookup />
      {account ? (
        <>
          <p className="mt-4 text-13">
            <Link className="link" href={`/activity/${account}`}>
              The page of your account that can be shared
            </Link>
          </p>
          <ShownActivity key={account} account={account} isOwn />
        </>
      ) : status === "disconnected" ? (
        <ActivityPrompt />
      ) : (
        <ActivitySkeleton />
      )}
    </>
  );
}

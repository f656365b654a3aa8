"use client";

import { lazy } from "react";
import { BrowserPart } from "@/components/layout/BrowserPart";
import { PageHeading } from "@/components/layout/PageHeading";
import { Section } from "@/components/layout/Section";
import { useFragment } from "@/hooks/useFragment";
import { ReviewSkeleton } from "./ReviewSkeleton";

/** What reads and decodes a plan is loaded with the page that has one. */
const OpenedReview = lazy(() => import("./OpenedReview").then((module) => ({ default: module.OpenedReview })));

/** A plan out of an address, decoded, judged and tried here. */
export function ReviewView() {
  const fragment = useFragment();
  return (
    <>
      <PageHeading
        title="Review a plan"
        lead="Decoded, checked and simulated by this page from the bytes in the link, whatever its sender says of them."
      />
      <BrowserPart place={<ReviewSkeleton />}>
        {fragment === null ? <ReviewSkeleton /> : <OpenedReview key={fragment} fragment={fragment} />}
      </BrowserPart>
      <Section title="How to use it">
        <ol className="grid max-w-prose list-decimal gap-2 pl-5 text-13 text-ink-2">
          <li>
            See that the account is the one you mean, every character of it. Then read every call: the contract, the
            function, the amounts, and who benefits. What this page cannot put into words it shows as bytes, and says
            so.
          </li>
          <li>
            Compare the digest with the others over another channel, such as a call: every group of it. Equal digests
            mean equal calls.
          </li>
          <li>
            For a Safe, compare the three hashes with your signing device before you confirm there. A device that shows
            another hash is about to sign something else.
          </li>
        </ol>
        <p className="mt-3 max-w-prose text-13 text-ink-2">
          The link carries the plan behind its # sign, which browsers send to no server. Reading needs no wallet, and
          nothing is signed here.
        </p>
      </Section>
    </>
  );
}

"use client";

import dynamic from "next/dynamic";
import { memo, useRef } from "react";
import { Skeleton } from "@/components/ui/Skeleton";
import type { ModelComparisonProps } from "./ModelComparison";
import { useSeenOnce } from "./useSeenOnce";

const ModelComparison = dynamic(() => import("./ModelComparison").then((module) => module.ModelComparison), {
  ssr: false,
  loading: () => null,
});

/** The comparison of models when the reader comes near it: only then are all of them fitted. Its place is kept until then.
 * A slider does not touch it. */
export const LaterComparison = memo(function LaterComparison(props: ModelComparisonProps) {
  const place = useRef<HTMLDivElement>(null);
  const isSeen = useSeenOnce(place);
  return (
    <div ref={place} className="comparison-place">
      {isSeen ? <ModelComparison {...props} /> : <Skeleton className="mt-10 block w-full" />}
    </div>
  );
});

import { SkeletonRows } from "@/components/ui/SkeletonRows";

/** The plan's place while it is read. */
export function ReviewSkeleton() {
  return <SkeletonRows count={3} label="Reading the plan in this address" />;
}

import { SkeletonRows } from "@/components/ui/SkeletonRows";

/** The page's shape while the chain is read. */
export function ActivitySkeleton() {
  return (
    <div className="pt-6">
      <SkeletonRows count={4} label="Reading requests and cash flows from the chain" />
    </div>
  );
}

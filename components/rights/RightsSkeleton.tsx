import { SkeletonRows } from "@/components/ui/SkeletonRows";

/** The table's place while it is read. */
export function RightsSkeleton() {
  return (
    <div className="pt-6">
      <SkeletonRows count={3} label="Reading allowances and operators from the chain" />
    </div>
  );
}

import { Skeleton } from "@/components/ui/Skeleton";
import { SkeletonRows } from "@/components/ui/SkeletonRows";
import { StatStrip } from "@/components/ui/StatStrip";

const LABELS = ["Deposits", "Net premium, this epoch", "Losing epochs", "Next roll", "Implied volatility"] as const;

/** The list before its numbers are there, as high as it will be. */
export function ListSkeleton() {
  const stats = LABELS.map((label) => ({
    label,
    value: <Skeleton className="block h-7 w-20" />,
    note: <Skeleton className="block h-4 w-32" />,
  }));
  return (
    <>
      <StatStrip stats={stats} />
      <Skeleton className="my-6 block h-9 w-full" />
      <SkeletonRows count={3} label="Reading the vaults from the chain" />
    </>
  );
}

import { PageHeading } from "@/components/layout/PageHeading";
import { Skeleton } from "@/components/ui/Skeleton";
import { SkeletonRows } from "@/components/ui/SkeletonRows";

/** The page's shape while it is read. */
export function PortfolioSkeleton() {
  return (
    <>
      <PageHeading title="Portfolio" />
      <Skeleton className="mb-5 h-10 w-60" />
      <Skeleton className="mb-8 h-24 w-full" />
      <SkeletonRows count={3} label="Reading your positions" />
    </>
  );
}

import { Skeleton } from "@/components/ui/Skeleton";

/** The builder's place while vaults or quotes are on their way. */
export function BuildSkeleton() {
  return (
    <div role="status">
      <span className="visually-hidden">Reading what the option market lists</span>
      <Skeleton className="mb-6 block h-[132px] w-full" />
      <div className="main-with-rail" aria-hidden="true">
        <Skeleton className="block h-[720px] w-full" />
        <Skeleton className="block h-[560px] w-full" />
      </div>
    </div>
  );
}

import { Skeleton } from "@/components/ui/Skeleton";
import { SkeletonRows } from "@/components/ui/SkeletonRows";

/** The page before its figures are there, under the name that is known. */
export function YieldSkeleton({ name }: { readonly name: string | undefined }) {
  return (
    <div>
      <h1 className={name === undefined ? "visually-hidden" : "mt-12 mb-6 [overflow-wrap:anywhere]"}>
        {name ?? "Reading the vault from the chain"}
      </h1>
      <div className="main-with-rail">
        <SkeletonRows count={4} label="Reading the vault from the chain" />
        <Skeleton className="block h-[420px] w-full" />
      </div>
    </div>
  );
}

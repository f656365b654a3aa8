import { Skeleton } from "./Skeleton";

export type SkeletonRowsProps = { readonly count: number; readonly label: string };

/** Rows of the height of the real ones, and one sentence for a screen reader. */
export function SkeletonRows({ count, label }: SkeletonRowsProps) {
  return (
    <div role="status">
      <span className="visually-hidden">{label}</span>
      {Array.from({ length: count }, (_, index) => `row-${index}`).map((key) => (
        <div key={key} className="skeleton-row" aria-hidden="true">
          <Skeleton className="h-10 w-[72px]" />
          <span className="grid gap-[7px]">
            <Skeleton className="h-3.5 w-[46%]" />
            <Skeleton className="h-2.5 w-[92%]" />
            <Skeleton className="h-2.5 w-[64%]" />
          </span>
          <Skeleton className="h-[18px] w-14" />
        </div>
      ))}
    </div>
  );
}

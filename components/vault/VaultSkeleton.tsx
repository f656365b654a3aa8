import { Skeleton } from "@/components/ui/Skeleton";
import { StatStrip } from "@/components/ui/StatStrip";
import { TAIL_NAME } from "./figureTexts";

const LABELS = [
  "Premium, this epoch",
  "Projected",
  "Realised",
  `Bad epoch, ${TAIL_NAME}`,
  "Deposits",
  "Epoch ends in",
] as const;

/** The page before its numbers are there, as high as its first screen will be. */
export function VaultSkeleton() {
  const stats = LABELS.map((label) => ({
    label,
    value: <Skeleton className="block h-7 w-20" />,
    note: <Skeleton className="block h-4 w-28" />,
  }));
  return (
    <div role="status">
      <h1 className="visually-hidden">Reading the vault from the chain</h1>
      <Skeleton className="mt-6 mb-3 block h-5 w-40" />
      <Skeleton className="mb-2 block h-8 w-72" />
      <Skeleton className="mb-5 block h-5 w-full max-w-xl" />
      <StatStrip stats={stats} />
      <div className="main-with-rail">
        <Skeleton className="block h-[640px] w-full" />
        <Skeleton className="block h-[640px] w-full" />
      </div>
    </div>
  );
}

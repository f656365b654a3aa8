import { ChartPicture } from "@/components/charts/ChartPicture";
import { TailChart } from "@/components/charts/TailChart";
import type { LossSummary } from "@/lib/risk/loss/LossSummary";
import { TAIL_LABELS, tailShape, tailSummary } from "./tailPicture";

/** The worst tenth against the Pareto law that is fitted to it; nothing where it follows none. */
export function FittedTail({ summary: { checks } }: { readonly summary: LossSummary }) {
  const { gpd } = checks;
  if (!gpd.ok) return null;
  return (
    <div className="mt-4">
      <p className="mb-1 text-12 text-ink-2">
        How many scenarios lose more than each amount, against the Pareto law fitted to the worst tenth. The scale goes
        by powers of ten: on the line, the law holds.
      </p>
      <ChartPicture name="ballast-fitted-tail" subject="fitted tail">
        <TailChart shape={tailShape(gpd.fit)} labels={TAIL_LABELS} summary={tailSummary(gpd.fit)} />
      </ChartPicture>
    </div>
  );
}

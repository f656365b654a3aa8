import { classNames } from "@/components/ui/classNames";
import type { PlacedLabel } from "./placeLabel";

export type ChartLabelProps = {
  readonly label: PlacedLabel | undefined;
  readonly className: string;
  readonly fill?: string | undefined;
};

/** A label at its place with a halo in the page's colour; nothing when it found no place. */
export function ChartLabel({ label, className, fill }: ChartLabelProps) {
  if (label === undefined) return null;
  return (
    <text x={label.x} y={label.y} textAnchor={label.anchor} className={classNames(className, "chart-halo", fill)}>
      {label.text}
    </text>
  );
}

import { useId } from "react";
import { Hatch } from "./Hatch";

export type ClaimBarProps = {
  /** Of the place, −1 to 1; the number beside it says the same. */
  readonly share: number;
  /** `claimed`: what others would say, an empty outline. `realised`: solid when gained, hatched when lost. */
  readonly kind: "claimed" | "realised";
};

/** A bar beside its number, so that two of them compare. */
export function ClaimBar({ share, kind }: ClaimBarProps) {
  const id = useId();
  const width = `${(Math.min(1, Math.abs(share)) * 100).toFixed(1)}%`;
  const fill = kind === "claimed" ? "none" : share < 0 ? `url(#${id})` : "var(--profit)";
  const stroke = kind === "claimed" ? "var(--text-3)" : share < 0 ? "var(--loss)" : "none";
  return (
    <svg className="claim-bar" aria-hidden="true">
      <defs>
        <Hatch id={id} ground={0.35} />
      </defs>
      <rect
        x="0.5"
        y="1"
        width={width}
        height="10"
        fill={fill}
        stroke={stroke}
        strokeDasharray={kind === "claimed" ? "3 2" : undefined}
      />
    </svg>
  );
}

export type MeterProps = {
  /** 0 to 1; more is drawn as 1. */
  readonly share: number;
  readonly label: string;
  readonly full?: boolean | undefined;
};

/** A 3 px bar under a figure that says the same in words. */
export function Meter({ share, label, full }: MeterProps) {
  const width = Math.min(1, Math.max(0, share)) * 100;
  return (
    <svg className="meter mt-1.5" role="img" aria-label={label}>
      <rect width="100%" height="3" fill="var(--hairline)" />
      <rect width={`${width.toFixed(1)}%`} height="3" fill={full ? "var(--warning)" : "var(--text-3)"} />
    </svg>
  );
}

export type OddsBarProps = {
  /** A probability, 0 to 1. */
  readonly share: number;
  /** The same in words: "83%", "<1%". */
  readonly text: string;
};

/** Odds as a bar of 64 px and as text, which is as wide in every row, so that the bars start together. */
export function OddsBar({ share, text }: OddsBarProps) {
  return (
    <>
      <svg className="odds-bar only-wide" width="64" height="4" aria-hidden="true">
        <rect width="64" height="4" fill="var(--hairline)" />
        <rect width={Math.round(64 * Math.min(1, Math.max(0, share)))} height="4" fill="var(--text-3)" />
      </svg>
      <span className="odds-text">{text}</span>
    </>
  );
}

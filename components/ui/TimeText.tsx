export type TimeTextProps = {
  /** What is shown, always with UTC when it is a date. */
  readonly text: string;
  /** The instant as ISO 8601. */
  readonly iso: string;
  /** The same instant in the reader's own zone, shown on hover. */
  readonly local?: string | undefined;
};

export function TimeText({ text, iso, local }: TimeTextProps) {
  return (
    <time dateTime={iso} title={local}>
      {text}
    </time>
  );
}

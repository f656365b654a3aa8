/** What a colour may say here: money gained or lost, caution, or "live, selected, yours". */
export type Tone = "neutral" | "profit" | "loss" | "warning" | "accent" | "quiet";

const TEXT_CLASS: Readonly<Record<Tone, string>> = {
  neutral: "",
  profit: "text-profit",
  loss: "text-loss",
  warning: "text-warning",
  accent: "text-accent",
  quiet: "text-ink-2",
};

export function toneClass(tone: Tone | undefined): string {
  return tone === undefined ? "" : TEXT_CLASS[tone];
}

/** The tone of a signed result; an exact zero has none. */
export function toneOfSign(value: number | bigint): Tone {
  if (value > 0) return "profit";
  return value < 0 ? "loss" : "neutral";
}

import { classNames } from "./classNames";

const PATHS = {
  search: "M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9Zm3.5 8 3 3",
  chevron: "m4 6 4 4 4-4",
  check: "m3.5 8.5 3 3 6-7",
  cross: "m4 4 8 8M12 4l-8 8",
  warning: "M8 2.2 14.4 13H1.6L8 2.2ZM8 6.5v3M8 11.4v.1",
  info: "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2Zm0 5.3V11M8 5v.1",
  sun: "M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6Zm0-3.5v1.2M8 13.3v1.2M1.5 8h1.2M13.3 8h1.2M3.4 3.4l.9.9M11.7 11.7l.9.9M3.4 12.6l.9-.9M11.7 4.3l.9-.9",
  moon: "M13.2 9.6A5.6 5.6 0 0 1 6.4 2.8a5.6 5.6 0 1 0 6.8 6.8Z",
  clock: "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2Zm0 2.6V8l2.3 1.6",
  external: "M9 3h4v4M13 3 7 9M6.5 4H3v9h9V9.5",
  copy: "M7 5.5h4.5A1.5 1.5 0 0 1 13 7v4.5a1.5 1.5 0 0 1-1.5 1.5H7a1.5 1.5 0 0 1-1.5-1.5V7A1.5 1.5 0 0 1 7 5.5ZM10.5 3H4.2A1.2 1.2 0 0 0 3 4.2v6.3",
  list: "M2.5 4h11M2.5 8h11M2.5 12h11",
  bars: "M2 13h12M4 13V8M8 13V3M12 13V6",
  split: "M2 8h4l6-4.5M6 8l6 4.5M9.5 3H12.5v3M9.5 13h3v-3",
  payoff: "M2 12.5h4l4.5-8H14",
  wallet:
    "M3.5 5h9A1.5 1.5 0 0 1 14 6.5v3a1.5 1.5 0 0 1-1.5 1.5h-9A1.5 1.5 0 0 1 2 9.5v-3A1.5 1.5 0 0 1 3.5 5ZM5 8h4M12 8v.1",
  reset: "M3 8a5 5 0 1 0 1.6-3.7M3 2.8v2.6h2.6",
  spinner: "M8 2a6 6 0 1 1-5.6 3.9",
  arrow: "M3 8h10M9 4l4 4-4 4",
} as const;

export type IconName = keyof typeof PATHS;

export type IconProps = {
  readonly name: IconName;
  readonly small?: boolean | undefined;
  readonly className?: string | undefined;
};

/** A 16 px line drawing (12 px when small), decorative: the words beside it carry the meaning. */
export function Icon({ name, small, className }: IconProps) {
  return (
    <svg
      className={classNames("icon", small && "icon-12", name === "spinner" && "spin", className)}
      viewBox="0 0 16 16"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}

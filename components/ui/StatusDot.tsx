import { classNames } from "./classNames";
import { type Tone, toneClass } from "./Tone";

/** The dot before words that say the same: fresh, late or stale. */
export function StatusDot({ tone }: { readonly tone: Tone }) {
  return <i className={classNames("status-dot", toneClass(tone))} aria-hidden="true" />;
}

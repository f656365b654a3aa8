"use client";

import { useId } from "react";
import { CopyButton } from "./CopyButton";

export type CopyAreaProps = {
  /** What it is, such as a function's signature. */
  readonly label: string;
  readonly text: string;
  readonly rows?: number | undefined;
};

/** A long text that is copied rather than read: every character of it, scrolled and selected as the browser does. */
export function CopyArea({ label, text, rows = 3 }: CopyAreaProps) {
  const id = useId();
  return (
    <div className="grid grid-cols-1 gap-1.5">
      <div className="flex items-center justify-between gap-3">
        <label htmlFor={id} className="mono break-all text-12 text-ink-2">
          {label}
        </label>
        <CopyButton text={text} ariaLabel={`Copy ${label}`}>
          Copy
        </CopyButton>
      </div>
      <textarea id={id} className="code-well w-full resize-y break-all" readOnly rows={rows} value={text} />
    </div>
  );
}

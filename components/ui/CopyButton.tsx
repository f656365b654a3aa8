"use client";

import { Button } from "./Button";
import type { ButtonVariant } from "./buttonClass";
import { COPIED_WORDS, useCopied } from "./useCopied";

export type CopyButtonProps = {
  readonly text: string;
  readonly children: string;
  readonly variant?: ButtonVariant | undefined;
  /** Its name where the words alone do not say what is copied. */
  readonly ariaLabel?: string | undefined;
};

/** Copies a text, and says for two seconds whether the browser did. */
export function CopyButton({ text, children, variant, ariaLabel }: CopyButtonProps) {
  const { outcome, copy } = useCopied();
  const icon = outcome === "copied" ? "check" : outcome === "refused" ? "cross" : "copy";
  return (
    <span className="flex-none">
      <Button size="sm" icon={icon} variant={variant} onClick={() => copy(text)} ariaLabel={ariaLabel}>
        {children}
      </Button>
      <span role="status" className="visually-hidden">
        {outcome ? COPIED_WORDS[outcome] : ""}
      </span>
    </span>
  );
}

import type { ReactNode } from "react";

export type DisclosureProps = {
  readonly summary: string;
  readonly children: ReactNode;
  readonly open?: boolean | undefined;
  /** Told when it opens and closes, by whatever means. */
  readonly onToggle?: ((isOpen: boolean) => void) | undefined;
};

export function Disclosure({ summary, children, open, onToggle }: DisclosureProps) {
  return (
    <details className="disclosure" open={open} onToggle={onToggle && ((event) => onToggle(event.currentTarget.open))}>
      <summary>{summary}</summary>
      <div className="mt-2">{children}</div>
    </details>
  );
}

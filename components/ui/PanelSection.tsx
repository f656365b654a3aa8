import type { ReactNode } from "react";

export type PanelSectionProps = {
  readonly title?: string | undefined;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
};

/** A part of a panel's body under its own rule. */
export function PanelSection({ title, aside, children }: PanelSectionProps) {
  return (
    <div className="panel-section">
      {title ? (
        <div className="mb-2 flex items-center justify-between gap-2">
          <h3>{title}</h3>
          <span className="text-12 text-ink-3">{aside}</span>
        </div>
      ) : null}
      {children}
    </div>
  );
}

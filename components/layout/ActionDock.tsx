import type { ReactNode } from "react";

export type ActionDockProps = { readonly label: string; readonly figure: ReactNode; readonly action: ReactNode };

/** On a narrow screen only: one figure and one button above the tab bar. */
export function ActionDock({ label, figure, action }: ActionDockProps) {
  return (
    <div className="dock">
      <div>
        <div className="text-12 text-ink-3">{label}</div>
        <div className="text-16 font-medium">{figure}</div>
      </div>
      {action}
    </div>
  );
}

"use client";

import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/ButtonLink";
import { classNames } from "@/components/ui/classNames";
import { useIsOnScreen } from "./useIsOnScreen";

export type ActionDockProps = {
  readonly label: string;
  readonly figure: ReactNode;
  readonly action: string;
  /** Id of the form that the action leads to. */
  readonly formId: string;
};

/** On a narrow screen only: one figure and one button above the tab bar, out of the way of the form that the button leads to. */
export function ActionDock({ label, figure, action, formId }: ActionDockProps) {
  const isAtForm = useIsOnScreen(formId);
  return (
    <div className={classNames("dock", isAtForm && "invisible")}>
      <div>
        <div className="text-12 text-ink-3">{label}</div>
        <div className="text-16 font-medium">{figure}</div>
      </div>
      <ButtonLink href={`#${formId}`} variant="primary">
        {action}
      </ButtonLink>
    </div>
  );
}

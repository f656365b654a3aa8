import type { ReactNode } from "react";
import { Icon, type IconName } from "./Icon";

export type ItemRowProps = {
  readonly icon: IconName;
  /** The action waits for the user: the icon takes the accent. */
  readonly ready?: boolean | undefined;
  readonly title: string;
  readonly children: ReactNode;
  readonly when: ReactNode;
  readonly action?: ReactNode;
};

/** One line of an inbox: what, how much, when, and the one thing to do about it. */
export function ItemRow({ icon, ready, title, children, when, action }: ItemRowProps) {
  return (
    <li className="item">
      <Icon name={icon} className={ready ? "text-accent" : "text-ink-3"} />
      <b className="font-medium">{title}</b>
      <span className="text-ink-2">{children}</span>
      <span className="text-ink-3">{when}</span>
      <span>{action}</span>
    </li>
  );
}

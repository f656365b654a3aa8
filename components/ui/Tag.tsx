import type { ReactNode } from "react";
import { classNames } from "./classNames";
import { Icon, type IconName } from "./Icon";

export type TagProps = {
  readonly children: ReactNode;
  readonly tone?: "neutral" | "accent" | "warning" | "loss" | "profit" | undefined;
  readonly icon?: IconName | undefined;
  readonly className?: string | undefined;
};

export function Tag({ children, tone = "neutral", icon, className }: TagProps) {
  return (
    <span className={classNames("tag", tone !== "neutral" && `tag-${tone}`, className)}>
      {icon ? <Icon name={icon} small /> : null}
      {children}
    </span>
  );
}

import type { ReactNode } from "react";
import { classNames } from "./classNames";
import { Icon } from "./Icon";

export type BannerTone = "warning" | "loss" | "info";

export type BannerProps = {
  readonly tone: BannerTone;
  readonly title: string;
  readonly children: ReactNode;
  readonly action?: ReactNode;
  /** Read out at once: only for what stops the user, such as the wrong network. */
  readonly urgent?: boolean | undefined;
};

export function Banner({ tone, title, children, action, urgent }: BannerProps) {
  return (
    <div className={classNames("banner", tone !== "warning" && `banner-${tone}`)} role={urgent ? "alert" : undefined}>
      <Icon name={tone === "info" ? "info" : "warning"} />
      <p>
        <b>{title}</b> {children}
      </p>
      {action}
    </div>
  );
}

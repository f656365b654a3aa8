import type { ReactNode } from "react";
import { Icon } from "./Icon";

export type NoticeProps = {
  readonly title: string;
  readonly children: ReactNode;
  /** A failure carries the triangle; an empty place does not. */
  readonly failure?: boolean | undefined;
  readonly picture?: ReactNode;
  readonly action?: ReactNode;
};

/** What stands where nothing could be shown: why, and one way on. */
export function Notice({ title, children, failure, picture, action }: NoticeProps) {
  return (
    <div className="notice" role={failure ? "alert" : undefined}>
      {picture}
      <h3>
        {failure ? <Icon name="warning" className="text-loss" /> : null}
        {title}
      </h3>
      <p>{children}</p>
      {action}
    </div>
  );
}

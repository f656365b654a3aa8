import type { ReactNode } from "react";
import { Icon } from "./Icon";

export type NoticeProps = {
  readonly title: string;
  readonly children: ReactNode;
  /** A failure carries the triangle; an empty place does not. */
  readonly failure?: boolean | undefined;
  readonly picture?: ReactNode;
  readonly action?: ReactNode;
  /** Its place among the headings of the page: 3 within a section, 1 when it is the whole page. */
  readonly level?: 1 | 2 | 3 | undefined;
};

/** What stands where nothing could be shown: why, and one way on. */
export function Notice({ title, children, failure, picture, action, level = 3 }: NoticeProps) {
  const Heading = `h${level}` as const;
  return (
    <div className="notice" role={failure ? "alert" : undefined}>
      {picture}
      <Heading>
        {failure ? <Icon name="warning" className="text-loss" /> : null}
        {title}
      </Heading>
      <p>{children}</p>
      {action}
    </div>
  );
}

import { type ReactNode, useId } from "react";
import { classNames } from "@/components/ui/classNames";

export type SectionProps = {
  readonly title: string;
  /** At the right of the title: a remark or a Segmented. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
  /** Without the rule and the gap above: the first section of a column. */
  readonly flush?: boolean | undefined;
};

/** A part of a page under a rule, named by its heading. */
export function Section({ title, aside, children, flush }: SectionProps) {
  const id = useId();
  return (
    <section className={classNames("section", flush && "section-flush")} aria-labelledby={id}>
      <div className="section-head">
        <h2 id={id}>{title}</h2>
        {aside === undefined ? null : <div>{aside}</div>}
      </div>
      {children}
    </section>
  );
}

import type { ReactNode } from "react";

export type PageHeadingProps = {
  readonly title: string;
  /** One or two sentences under it. */
  readonly lead?: ReactNode;
  /** Beside the title. */
  readonly tags?: ReactNode;
  /** At the right edge: "As of Sun 22 Nov, 14:20 UTC". */
  readonly aside?: ReactNode;
};

export function PageHeading({ title, lead, tags, aside }: PageHeadingProps) {
  return (
    <div className="page-heading">
      <div>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <h1>{title}</h1>
          {tags ? <span className="flex min-w-0 flex-wrap gap-2">{tags}</span> : null}
        </div>
        {lead ? <p className={tags ? "mt-2 text-ink-2 md:mt-1" : "mt-1 text-ink-2"}>{lead}</p> : null}
      </div>
      {aside ? <div className="flex-none text-12 text-ink-3">{aside}</div> : null}
    </div>
  );
}

import type { ReactNode } from "react";

export type DisclosureProps = {
  readonly summary: string;
  readonly children: ReactNode;
  readonly open?: boolean | undefined;
};

export function Disclosure({ summary, children, open }: DisclosureProps) {
  return (
    <details className="disclosure" open={open}>
      <summary>{summary}</summary>
      <div className="mt-2">{children}</div>
    </details>
  );
}

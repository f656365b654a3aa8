import Link from "next/link";

export type BreadcrumbProps = {
  readonly parent: { readonly href: string; readonly label: string };
  readonly current: string;
};

export function Breadcrumb({ parent, current }: BreadcrumbProps) {
  return (
    <nav className="breadcrumb" aria-label="Breadcrumb">
      <Link href={parent.href}>{parent.label}</Link>
      <span aria-hidden="true">/</span>
      <span aria-current="page">{current}</span>
    </nav>
  );
}

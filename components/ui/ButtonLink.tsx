import Link from "next/link";
import type { ReactNode } from "react";
import { type ButtonSize, type ButtonVariant, buttonClass } from "./buttonClass";
import { Icon, type IconName } from "./Icon";

export type ButtonLinkProps = {
  readonly href: string;
  readonly children: ReactNode;
  readonly variant?: ButtonVariant | undefined;
  readonly size?: ButtonSize | undefined;
  readonly icon?: IconName | undefined;
};

/** A link that looks like a button: it goes somewhere, it does nothing. */
export function ButtonLink({ href, children, variant = "secondary", size = "md", icon }: ButtonLinkProps) {
  return (
    <Link href={href} className={buttonClass(variant, size)}>
      {icon ? <Icon name={icon} /> : null}
      {children}
    </Link>
  );
}

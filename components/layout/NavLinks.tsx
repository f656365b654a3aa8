"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { Icon } from "@/components/ui/Icon";
import { DESTINATIONS, isUnder } from "./navigation";

/** The links of the bar, the current one marked; with their drawings in the tab bar. */
export function NavLinks({ withIcons }: { readonly withIcons?: boolean | undefined }) {
  const path = usePathname();
  return DESTINATIONS.map(({ href, label, icon }) => (
    <Link key={href} href={href} aria-current={isUnder(path, href) ? "page" : undefined}>
      {withIcons ? <Icon name={icon} /> : null}
      {label}
    </Link>
  ));
}

import type { IconName } from "@/components/ui/Icon";

export type Destination = { readonly href: string; readonly label: string; readonly icon: IconName };

/** The pages that the top bar and the tab bar lead to. */
export const DESTINATIONS: readonly Destination[] = [
  { href: "/vaults", label: "Vaults", icon: "list" },
  { href: "/choose", label: "Choose", icon: "split" },
  { href: "/build", label: "Build", icon: "payoff" },
  { href: "/portfolio", label: "Portfolio", icon: "bars" },
  { href: "/activity", label: "Activity", icon: "clock" },
];

/** A page belongs to a destination when its path is that one or lies under it. */
export function isUnder(path: string, href: string): boolean {
  return path === href || path.startsWith(`${href}/`);
}

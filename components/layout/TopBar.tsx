import Link from "next/link";
import type { ReactNode } from "react";
import { BarFrame } from "./BarFrame";
import { NavLinks } from "./NavLinks";
import { ThemeSwitch } from "./ThemeSwitch";

export type TopBarProps = {
  /** Prices and their age: a PriceFeed. Hidden on a narrow screen. */
  readonly feed?: ReactNode;
  readonly network?: ReactNode;
  readonly wallet?: ReactNode;
};

export function TopBar({ feed, network, wallet }: TopBarProps) {
  return (
    <BarFrame
      home={(brand) => (
        <Link className="brand" href="/vaults">
          {brand}
        </Link>
      )}
      links={<NavLinks />}
      end={
        <div className="top-bar-end">
          {feed}
          <ThemeSwitch />
          {network}
          {wallet}
        </div>
      }
    />
  );
}

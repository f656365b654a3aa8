import Link from "next/link";
import type { ReactNode } from "react";
import { BrandMark } from "./BrandMark";
import { Container } from "./Container";
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
    <header className="top-bar">
      <Container>
        <Link className="brand" href="/vaults">
          <BrandMark />
          Ballast
        </Link>
        <nav className="nav" aria-label="Main">
          <NavLinks />
        </nav>
        <div className="top-bar-end">
          {feed}
          <ThemeSwitch />
          {network}
          {wallet}
        </div>
      </Container>
    </header>
  );
}

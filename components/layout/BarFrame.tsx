import type { ReactNode } from "react";
import { BrandMark } from "./BrandMark";
import { Container } from "./Container";

type Props = {
  /** The link home around the brand, and those to the pages: plain ones, or the router's. */
  readonly home: (brand: ReactNode) => ReactNode;
  readonly links: ReactNode;
  readonly end?: ReactNode;
};

/** Where everything of the bar stands. */
export function BarFrame({ home, links, end }: Props) {
  return (
    <header className="top-bar">
      <Container>
        {home(
          <>
            <BrandMark />
            Ballast
          </>,
        )}
        <nav className="nav" aria-label="Main">
          {links}
        </nav>
        {end}
      </Container>
    </header>
  );
}

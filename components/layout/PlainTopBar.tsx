import { BrandMark } from "./BrandMark";
import { Container } from "./Container";
import { DESTINATIONS } from "./navigation";

/** The bar of a page that brings no script: every page's first load carries the scripts of the one for an unknown address. */
export function PlainTopBar() {
  return (
    <header className="top-bar">
      <Container>
        <a className="brand" href="/vaults">
          <BrandMark />
          Ballast
        </a>
        <nav className="nav" aria-label="Main">
          {DESTINATIONS.map(({ href, label }) => (
            <a key={href} href={href}>
              {label}
            </a>
          ))}
        </nav>
      </Container>
    </header>
  );
}

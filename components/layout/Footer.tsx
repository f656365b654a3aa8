import Link from "next/link";
import type { ReactNode } from "react";
import { Container } from "./Container";
import { FOOTER_LINKS } from "./navigation";

export type FooterProps = {
  /** What must be known before money moves. */
  readonly children: ReactNode;
};

export function Footer({ children }: FooterProps) {
  return (
    <Container>
      <footer className="footer">
        <span>{children}</span>
        <nav aria-label="Footer">
          {FOOTER_LINKS.map(({ href, label }) => (
            <Link key={href} href={href}>
              {label}
            </Link>
          ))}
        </nav>
      </footer>
    </Container>
  );
}

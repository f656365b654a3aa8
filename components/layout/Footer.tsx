import type { ReactNode } from "react";
import { Container } from "./Container";

export type FooterLink = { readonly href: string; readonly label: string };

export type FooterProps = {
  /** What must be known before money moves. */
  readonly children: ReactNode;
  readonly links?: readonly FooterLink[] | undefined;
};

export function Footer({ children, links = [] }: FooterProps) {
  return (
    <Container>
      <footer className="footer">
        <span>{children}</span>
        {links.length === 0 ? null : (
          <nav aria-label="Footer">
            {links.map(({ href, label }) => (
              <a key={href} href={href}>
                {label}
              </a>
            ))}
          </nav>
        )}
      </footer>
    </Container>
  );
}

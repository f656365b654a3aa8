import Link from "next/link";
import type { ReactNode } from "react";
import { Container } from "./Container";

/** What every page leads to besides: who holds power, who has looked, what can go wrong, the way out, and what this browser may be told. */
const LINKS = [
  { href: "/trust", label: "Who can change what" },
  { href: "/trust#audits", label: "Contracts and audits" },
  { href: "/trust#risks", label: "Risk disclosure" },
  { href: "/exit", label: "Exit only" },
  { href: "/settings", label: "Settings" },
] as const;

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
          {LINKS.map(({ href, label }) => (
            <Link key={href} href={href}>
              {label}
            </Link>
          ))}
        </nav>
      </footer>
    </Container>
  );
}

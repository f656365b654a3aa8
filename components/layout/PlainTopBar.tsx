import { BarFrame } from "./BarFrame";
import { DESTINATIONS } from "./navigation";

/** The bar of a page that brings no script: every page's first load carries the scripts of the one for an unknown address. */
export function PlainTopBar() {
  return (
    <BarFrame
      home={(brand) => (
        <a className="brand" href="/vaults">
          {brand}
        </a>
      )}
      links={DESTINATIONS.map(({ href, label }) => (
        <a key={href} href={href}>
          {label}
        </a>
      ))}
    />
  );
}

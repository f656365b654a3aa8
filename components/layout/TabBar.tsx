import { NavLinks } from "./NavLinks";

/** The same destinations at the bottom of a narrow screen. */
export function TabBar() {
  return (
    <nav className="tab-bar" aria-label="Pages">
      <NavLinks withIcons />
    </nav>
  );
}

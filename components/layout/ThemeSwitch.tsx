"use client";

import { Icon } from "@/components/ui/Icon";
import { THEME_KEY } from "@/hooks/themeKey";

/** Turns dark to light and back, and keeps the choice. Which drawing shows is decided by CSS, before any script runs. */
export function ThemeSwitch() {
  return (
    <button
      type="button"
      className="icon-btn theme-switch"
      aria-label="Switch between dark and light"
      title="Switch between dark and light"
      onClick={switchTheme}
    >
      <Icon name="sun" className="theme-sun" />
      <Icon name="moon" className="theme-moon" />
    </button>
  );
}

function switchTheme() {
  const root = document.documentElement;
  const next = root.dataset.theme === "light" ? "dark" : "light";
  root.dataset.theme = next;
  try {
    localStorage.setItem(THEME_KEY, next);
  } catch {
    // A browser that refuses storage keeps the choice until the page is left.
  }
}

"use client";

import { useState } from "react";
import { THEME_KEY } from "./themeKey";

/** `system`: as the browser asks for. */
export type ThemeChoice = "system" | "dark" | "light";

/** Which theme is chosen, and what chooses another? Only in the browser. */
export function useThemeChoice(): { readonly chosen: ThemeChoice; readonly choose: (choice: ThemeChoice) => void } {
  const [chosen, setChosen] = useState(storedTheme);
  const choose = (choice: ThemeChoice) => {
    setChosen(choice);
    document.documentElement.dataset.theme = choice === "system" ? systemTheme() : choice;
    try {
      if (choice === "system") localStorage.removeItem(THEME_KEY);
      else localStorage.setItem(THEME_KEY, choice);
    } catch {
      // A browser that refuses storage keeps the choice until the page is left.
    }
  };
  return { chosen, choose };
}

function storedTheme(): ThemeChoice {
  try {
    const stored = localStorage.getItem(THEME_KEY);
    return stored === "dark" || stored === "light" ? stored : "system";
  } catch {
    return "system";
  }
}

function systemTheme(): "dark" | "light" {
  return matchMedia("(prefers-color-scheme: light)").matches ? "light" : "dark";
}

"use client";

import { Segmented } from "@/components/ui/Segmented";
import { useThemeChoice } from "@/hooks/useThemeChoice";

const THEMES = [
  { value: "system", label: "System" },
  { value: "dark", label: "Dark" },
  { value: "light", label: "Light" },
] as const;

/** Dark, light, or as the system has it. */
export function ThemePart() {
  const { chosen, choose } = useThemeChoice();
  return (
    <div className="grid gap-2">
      <span>
        <Segmented label="Theme" options={THEMES} value={chosen} onChange={choose} />
      </span>
      <p className="text-13 text-ink-2">Motion follows your system: where it asks for less, nothing slides.</p>
    </div>
  );
}

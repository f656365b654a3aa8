import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Texts of all files of a folder by name; none when there is no folder. */
export function readTexts(folder: string): ReadonlyMap<string, string> {
  if (!existsSync(folder)) return new Map();
  return new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}

/** Makes the folder hold exactly these files again. */
export function restoreTexts(folder: string, texts: ReadonlyMap<string, string>): void {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) if (!texts.has(name)) rmSync(join(folder, name));
  for (const [name, text] of texts) writeFileSync(join(folder, name), text);
}

/** Names of files that one side lacks or that differ in text. */
export function differences(expected: ReadonlyMap<string, string>, actual: ReadonlyMap<string, string>): string[] {
  const names = new Set([...expected.keys(), ...actual.keys()]);
  return [...names].filter((name) => expected.get(name) !== actual.get(name)).sort();
}

/** Gas figures that changed, one a line: `group/name: before → after`. A figure that one side lacks is told too. */
export function gasChanges(expected: ReadonlyMap<string, string>, actual: ReadonlyMap<string, string>): string[] {
  return differences(expected, actual).flatMap((file) => {
    const before = figures(expected.get(file));
    const after = figures(actual.get(file));
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
    return names
      .filter((name) => before[name] !== after[name])
      .map((name) => `${file.replace(/\.json$/, "")}/${name}: ${before[name] ?? "none"} → ${after[name] ?? "none"}`);
  });
}

function figures(text: string | undefined): Record<string, string> {
  return text === undefined ? {} : (JSON.parse(text) as Record<string, string>);
}

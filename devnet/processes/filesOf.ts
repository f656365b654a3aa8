import { readdirSync, statSync } from "node:fs";
import { PROJECT_ROOT } from "./foundryBinary";

/** Every file at or below a path of the project, hidden ones apart, as sorted paths from the root. */
export function filesOf(path: string): readonly string[] {
  const stat = statSync(`${PROJECT_ROOT}${path}`, { throwIfNoEntry: false });
  if (stat === undefined) return [];
  if (stat.isFile()) return [path];
  return readdirSync(`${PROJECT_ROOT}${path}`)
    .filter((name) => !name.startsWith("."))
    .sort()
    .flatMap((name) => filesOf(`${path}/${name}`));
}

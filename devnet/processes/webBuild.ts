import type { ChildProcess } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { createInterface } from "node:readline";
import { publishScripts } from "@/scripts/served/publishScripts";
import { WEB_SOURCES } from "@/scripts/served/sourcesId";
import { DevnetError } from "../DevnetError";
import { showProgress } from "./buildProgress";
import { filesOf } from "./filesOf";
import { PROJECT_ROOT } from "./foundryBinary";
import { spawnOwn } from "./spawnOwn";
import { NEXT, type Profile, WEB_FOLDER } from "./webProfile";

/**
 * Builds a profile, its list of hashes and its service worker included, unless its build is newer than every source of the web app. The
 * compiler's lines are shown only when it fails. Throws {@link DevnetError}.
 */
export async function ensureWebBuild(profile: Profile): Promise<void> {
  const folder = WEB_FOLDER[profile];
  const marker = `${PROJECT_ROOT}${folder}/script-hashes.json`;
  const sources = WEB_SOURCES.flatMap(filesOf).filter((file) => !/\.test\.tsx?$/.test(file));
  const newest = Math.max(...sources.map((file) => statSync(`${PROJECT_ROOT}${file}`).mtimeMs));
  if (existsSync(marker) && statSync(marker).mtimeMs > newest) return;
  const built = await build(profile);
  if (!built.ok) throw new DevnetError(`The web app (${profile}) does not build:\n${built.output}`);
  publishScripts({ root: PROJECT_ROOT, folder });
}

async function build(profile: Profile): Promise<{ readonly ok: boolean; readonly output: string }> {
  const progress = showProgress(profile);
  const child = startBuild(profile);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    if (stream === null) continue;
    createInterface({ input: stream }).on("line", (line) => {
      output += `${line}\n`;
      progress.heard(line);
    });
  }
  const status = await new Promise<number | null>((resolve) => {
    child.once("error", () => resolve(null));
    child.once("close", resolve);
  });
  progress.ended(status === 0);
  return { ok: status === 0, output };
}

function startBuild(profile: Profile): ChildProcess {
  // Without CI: on a build server Next asks for a cache between builds, and a clean clone has none.
  const { CI: _, ...environment } = process.env;
  return spawnOwn({
    command: process.execPath,
    args: [NEXT, "build"],
    options: {
      cwd: PROJECT_ROOT,
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        ...environment,
        NEXT_PUBLIC_BALLAST_PROFILE: profile,
        NEXT_TELEMETRY_DISABLED: "1",
        BALLAST_TYPES_CHECKED: "1",
      },
    },
  });
}

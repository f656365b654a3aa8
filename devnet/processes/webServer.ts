import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { publishScripts } from "@/scripts/served/publishScripts";
import { WEB_SOURCES } from "@/scripts/served/sourcesId";
import { DevnetError } from "../DevnetError";
import { startChild } from "./childProcess";
import { filesOf } from "./filesOf";
import { PROJECT_ROOT } from "./foundryBinary";
import { freePort } from "./freePort";

/** A build of the web app: `local` carries demo wallet, time machine and faucet, `production` none of them. */
export type Profile = "local" | "production";

/** A web server under way. */
export type RunningWebServer = {
  readonly url: string;
  readonly pid: number | undefined;
  /** Resolves with a sentence if it dies before it is stopped. */
  readonly crashed: Promise<string>;
  readonly stop: () => Promise<void>;
};

/** What to serve. The profile must have been built. */
export type WebServerOptions = {
  readonly profile: Profile;
  /** The file that names chain, contracts and vaults; the server reads it at run time. */
  readonly deploymentPath: string;
  readonly port?: number;
  /** Pages that may show the Safe App's entry, in place of Safe's own. */
  readonly safeOrigins?: readonly string[];
};

const NEXT = `${PROJECT_ROOT}node_modules/next/dist/bin/next`;
const FOLDER: Readonly<Record<Profile, string>> = { local: ".next-local", production: ".next" };
const READY_WITHIN_MS = 30_000;

/**
 * Builds a profile, its list of hashes and its service worker included, unless its build is newer than every source of the web app. The compiler's lines are shown only when
 * it fails. Throws {@link DevnetError}.
 */
export function ensureWebBuild(profile: Profile): void {
  const marker = `${PROJECT_ROOT}${FOLDER[profile]}/script-hashes.json`;
  const sources = WEB_SOURCES.flatMap(filesOf).filter((file) => !/\.test\.tsx?$/.test(file));
  const newest = Math.max(...sources.map((file) => statSync(`${PROJECT_ROOT}${file}`).mtimeMs));
  if (existsSync(marker) && statSync(marker).mtimeMs > newest) return;
  console.log(`Building the web app (${profile} profile), about a minute …`);
  // Without CI: on a build server Next asks for a cache between builds, and a clean clone has none.
  const { CI: _, ...environment } = process.env;
  const build = spawnSync(process.execPath, [NEXT, "build"], {
    cwd: PROJECT_ROOT,
    encoding: "utf8",
    env: {
      ...environment,
      NEXT_PUBLIC_BALLAST_PROFILE: profile,
      NEXT_TELEMETRY_DISABLED: "1",
      BALLAST_TYPES_CHECKED: "1",
    },
  });
  if (build.status !== 0) {
    throw new DevnetError(`The web app (${profile}) does not build:\n${build.stdout}${build.stderr}`);
  }
  publishScripts({ root: PROJECT_ROOT, folder: FOLDER[profile] });
}

/** Starts a built profile and waits until it answers. The server is this process's own child, ended by its pid. */
export async function startWebServer(options: WebServerOptions): Promise<RunningWebServer> {
  const { profile, deploymentPath } = options;
  const port = options.port ?? (await freePort());
  const child = startChild({
    name: "The web server",
    command: process.execPath,
    args: [NEXT, "start", "--port", String(port), "--hostname", "localhost"],
    options: {
      cwd: PROJECT_ROOT,
      env: {
        ...process.env,
        NEXT_PUBLIC_BALLAST_PROFILE: profile,
        NEXT_TELEMETRY_DISABLED: "1",
        BALLAST_DEPLOYMENT: deploymentPath,
        ...(options.safeOrigins ? { BALLAST_SAFE_ORIGINS: options.safeOrigins.join(" ") } : {}),
      },
    },
  });
  const url = `http://localhost:${port}`;
  let crash: string | undefined;
  child.crashed.then((sentence) => {
    crash = sentence;
  });
  const deadline = Date.now() + READY_WITHIN_MS;
  while (!(await answers(url))) {
    if (crash !== undefined) throw new DevnetError(crash);
    if (Date.now() > deadline) {
      await child.stop();
      throw new DevnetError(`The web server did not answer at ${url} within ${READY_WITHIN_MS / 1000} s.`);
    }
    await sleep(100);
  }
  return { url, pid: child.pid, crashed: child.crashed, stop: child.stop };
}

/** Any answer below 500 is an answer: what the page says is the app's own business. */
async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(`${url}/vaults`, { redirect: "manual" });
    await response.arrayBuffer();
    return response.status < 500;
  } catch {
    return false;
  }
}

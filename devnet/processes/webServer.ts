import { setTimeout as sleep } from "node:timers/promises";
import { DevnetError } from "../DevnetError";
import { startChild } from "./childProcess";
import { PROJECT_ROOT } from "./foundryBinary";
import { assertPortIsFree, freePort } from "./freePort";
import { NEXT, type Profile } from "./webProfile";

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

const HOST = "localhost";
const READY_WITHIN_MS = 30_000;

/** Starts a built profile and waits until it answers. The server is this process's own child, ended by its pid. */
export async function startWebServer(options: WebServerOptions): Promise<RunningWebServer> {
  const { profile, deploymentPath } = options;
  const port = options.port ?? (await freePort());
  await assertPortIsFree(port, HOST);
  const child = startChild({
    name: "The web server",
    command: process.execPath,
    args: [NEXT, "start", "--port", String(port), "--hostname", HOST],
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
  const url = `http://${HOST}:${port}`;
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

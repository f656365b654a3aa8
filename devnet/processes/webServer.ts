import { DevnetError } from "../DevnetError";
import { startChild } from "./childProcess";
import { PROJECT_ROOT } from "./foundryBinary";
import { freePort } from "./freePort";

/** Which of the two builds: `local` has the demo wallet and the time machine, `production` has neither. */
export type Profile = "local" | "production";

/** A running production server of the built web app. */
export type WebServer = { readonly url: string; readonly crashed: Promise<string>; readonly stop: () => Promise<void> };

const PATIENCE_MS = 30_000;

/**
 * Starts a built profile, on a free port unless one is named, with its deployment read at run time.
 * The server is the child itself (no wrapper), so that it ends by its own pid. Throws {@link DevnetError} with its last words when it does not answer.
 */
export async function startWebServer(options: {
  profile: Profile;
  deploymentPath: string;
  port?: number;
}): Promise<WebServer> {
  const port = options.port ?? (await freePort());
  const url = `http://localhost:${port}`;
  const child = startChild({
    name: "The web server",
    command: process.execPath,
    args: ["node_modules/next/dist/bin/next", "start", "--port", String(port)],
    options: {
      cwd: PROJECT_ROOT,
      env: {
        ...process.env,
        NEXT_TELEMETRY_DISABLED: "1",
        NEXT_PUBLIC_BALLAST_PROFILE: options.profile,
        BALLAST_DEPLOYMENT: options.deploymentPath,
      },
    },
  });
  const outcome = await Promise.race([child.crashed, answers(`${url}/api/health`)]);
  if (typeof outcome === "string") throw new DevnetError(outcome);
  if (!outcome) {
    await child.stop();
    throw new DevnetError(`The web server did not answer within ${PATIENCE_MS / 1000} s. ${child.lastWords()}`);
  }
  return { url, crashed: child.crashed, stop: child.stop };
}

async function answers(url: string): Promise<boolean> {
  const end = Date.now() + PATIENCE_MS;
  while (Date.now() < end) {
    const isReady = await fetch(url).then(
      (response) => response.ok,
      () => false,
    );
    if (isReady) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}

/**
 * Finds a Chromium for the browser tests, or installs one: an installed Chromium or Chrome, else the system's package manager,
 * else Playwright's installer. The one without a browser's own windows comes first: it draws the pages alone, with a sixth less work (decision
 * 57). Node built-ins only, but for Playwright's own installer.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const INSTALLED = [
  process.env.CHROMIUM_PATH,
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/opt/google/chrome/chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** Names that packages of it have; older systems know the second alone. */
const PACKAGES = ["chromium-headless-shell", "chromium"];

/** Flags that a headless Chromium needs in a container: no sandbox as root, and no look-ups of its own on the network. */
export const CHROMIUM_FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

function installedChromium() {
  return INSTALLED.find((path) => path && existsSync(path));
}

function attempt(command, args, env = {}) {
  const run = spawnSync(command, args, { cwd: root, encoding: "utf8", env: { ...process.env, ...env } });
  return {
    ok: run.status === 0,
    output: `${run.stdout ?? ""}${run.stderr ?? ""}${run.error ? run.error.message : ""}`,
  };
}

function installWithApt() {
  const isRoot = process.getuid?.() === 0;
  const apt = (args) =>
    attempt(isRoot ? "apt-get" : "sudo", isRoot ? args : ["-n", "apt-get", ...args], {
      DEBIAN_FRONTEND: "noninteractive",
    });
  const update = apt(["update", "-q"]);
  if (!update.ok) return update;
  let installed = update;
  for (const name of PACKAGES) {
    installed = apt(["install", "-y", "-q", "--no-install-recommends", name]);
    if (installed.ok) return installed;
  }
  return installed;
}

function playwrightChromium() {
  const shown = attempt(process.execPath, [
    "-e",
    'import("@playwright/test").then((p) => console.log(p.chromium.executablePath()))',
  ]);
  const path = shown.output.trim();
  return shown.ok && existsSync(path) ? path : undefined;
}

/** Path of a usable Chromium; installs one when there is none; exits with what was tried when that fails. */
export function ensureChromium() {
  const found = installedChromium() ?? playwrightChromium();
  if (found) return found;
  console.log("No Chromium or Chrome found; installing one …");
  const tried = [];
  if (existsSync("/usr/bin/apt-get")) {
    const apt = installWithApt();
    const path = installedChromium();
    if (path) return path;
    tried.push(`apt-get install chromium: ${apt.output.trim().split("\n").at(-1)}`);
  }
  const playwright = attempt(process.execPath, ["node_modules/playwright-core/cli.js", "install", "chromium"]);
  const path = playwrightChromium();
  if (path) return path;
  tried.push(`playwright install chromium: ${playwright.output.trim().split("\n").at(-1)}`);
  console.error(`No browser could be installed. Tried:\n${tried.join("\n")}\nInstall Chromium or set CHROMIUM_PATH.`);
  process.exit(1);
}

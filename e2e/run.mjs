/**
 * The browser lane: builds both profiles unless the builds are newer than every source, then runs Playwright.
 * `node e2e/run.mjs [playwright arguments]`; ends with "N passed, N failed".
 */
import { execFileSync, spawn } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ensureChromium } from "../scripts/chromium.mjs";
import { ensureDependencies } from "../scripts/dependencies.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const WEB_SOURCES = [
  "app",
  "components",
  "hooks",
  "lib",
  "contracts-abi",
  "public",
  "proxy.ts",
  "next.config.ts",
  "package-lock.json",
];
const PROFILES = [
  { profile: "local", folder: ".next-local" },
  { profile: "production", folder: ".next" },
];

function newestSource() {
  const listing = execFileSync("git", ["ls-files", "-co", "--exclude-standard", ...WEB_SOURCES], {
    cwd: root,
    encoding: "utf8",
  });
  const times = listing
    .split("\n")
    .filter((path) => path && !/\.test\.tsx?$/.test(path) && existsSync(`${root}${path}`))
    .map((path) => statSync(`${root}${path}`).mtimeMs);
  return Math.max(...times);
}

function run(args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...env },
    });
    child.on("close", (code) => resolve(code ?? 1));
  });
}

async function ensureBuild({ profile, folder }, newest) {
  const marker = `${root}${folder}/BUILD_ID`;
  if (existsSync(marker) && statSync(marker).mtimeMs > newest) return;
  console.log(`Building the ${profile} profile …`);
  const code = await run(["node_modules/next/dist/bin/next", "build"], { NEXT_PUBLIC_BALLAST_PROFILE: profile });
  if (code === 0) return;
  console.error(`next build (${profile}) failed; its message is above.`);
  console.log("0 passed, 1 failed");
  process.exit(1);
}

ensureDependencies();
const CHROMIUM_PATH = ensureChromium();
const newest = newestSource();
for (const profile of PROFILES) await ensureBuild(profile, newest);
process.exitCode = await run(
  ["node_modules/@playwright/test/cli.js", "test", "--config", "e2e/playwright.config.ts", ...process.argv.slice(2)],
  {
    CHROMIUM_PATH,
  },
);

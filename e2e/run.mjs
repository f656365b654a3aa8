/**
 * The browser lane: builds both profiles unless the builds are newer than every source, then runs Playwright.
 * `node e2e/run.mjs [playwright arguments]`; ends with "N passed, N failed".
 */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { ensureChromium } from "../scripts/chromium.mjs";
import { ensureDependencies } from "../scripts/dependencies.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

function run(args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, ...env },
    });
    child.on("close", (code) => resolve(code ?? 1));
  });
}

ensureDependencies();
const CHROMIUM_PATH = ensureChromium();
const built = await run(["--import", "tsx", "scripts/buildWeb.ts", "local", "production"]);
if (built === 0) {
  const playwright = ["node_modules/@playwright/test/cli.js", "test", "--config", "e2e/playwright.config.ts"];
  process.exitCode = await run([...playwright, ...process.argv.slice(2)], { CHROMIUM_PATH });
} else {
  console.log("0 passed, 1 failed");
  process.exitCode = 1;
}

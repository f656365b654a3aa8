/**
 * The whole proof on a fresh machine: installs what is missing, then every lane, each ending in "N passed, N failed"; the last line is their sum.
 * A lane that prints no such line counts as one failure.
 */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { ensureChromium } from "./chromium.mjs";
import { ensureDependencies } from "./dependencies.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const LANES = ["verify", "test:contracts", "test:chain", "test:e2e"];

function runLane(name, env) {
  return new Promise((resolve) => {
    const started = performance.now();
    const child = spawn("npm", ["run", "--silent", name], {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "inherit"],
      shell: process.platform === "win32",
    });
    let tail = "";
    child.stdout.on("data", (chunk) => {
      process.stdout.write(chunk);
      tail = `${tail}${chunk}`.slice(-4000);
    });
    child.on("close", (code) => resolve({ code, tail, seconds: (performance.now() - started) / 1000 }));
  });
}

/** Passed and failed of a lane; a lane that failed without saying so, or said nothing, is one failure. */
function score({ code, tail }) {
  const lines = [...tail.matchAll(/^(\d+) passed, (\d+) failed/gm)];
  const last = lines.at(-1);
  if (!last) return { passed: 0, failed: 1 };
  const failed = Number(last[2]);
  return { passed: Number(last[1]), failed: code !== 0 && failed === 0 ? 1 : failed };
}

ensureDependencies();
const CHROMIUM_PATH = ensureChromium();
const total = { passed: 0, failed: 0 };
const summary = [];
for (const lane of LANES) {
  console.log(`\n── npm run ${lane}`);
  const result = await runLane(lane, { CHROMIUM_PATH });
  const { passed, failed } = score(result);
  total.passed += passed;
  total.failed += failed;
  summary.push(
    `${failed === 0 ? "✓" : "✗"} ${lane}: ${passed} passed, ${failed} failed in ${result.seconds.toFixed(0)} s`,
  );
}
console.log(`\n${summary.join("\n")}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;

/**
 * The whole proof on a fresh machine: installs what is missing, then every lane, each ending in "N passed, N failed"; the last line is their sum.
 * A lane that prints no such line counts as one failure. A browser is installed and the builds run beside the
 * contracts' lane, whose tests know no clock; every other lane has the machine to itself and fills it.
 */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { ensureDependencies } from "./dependencies.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Runs a command to its end. Its lines are shown as they come, or all together once it has ended. */
function run([command, ...args], { isLive }) {
  return new Promise((resolve) => {
    const started = performance.now();
    const child = spawn(command, args, {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
      shell: process.platform === "win32",
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk) => {
        if (isLive) process.stdout.write(chunk);
        output += chunk;
      });
    }
    child.on("error", (error) => {
      output += `${error.message}\n`;
    });
    child.on("close", (code) => {
      if (!isLive) process.stdout.write(output);
      resolve({ code, output, seconds: (performance.now() - started) / 1000 });
    });
  });
}

/** Passed and failed of a lane; a lane that failed without saying so, or said nothing, is one failure. */
function score({ code, output }) {
  const last = [...output.matchAll(/^(\d+) passed, (\d+) failed/gm)].at(-1);
  if (!last) return { passed: 0, failed: 1 };
  const failed = Number(last[2]);
  return { passed: Number(last[1]), failed: code !== 0 && failed === 0 ? 1 : failed };
}

async function runLane(lane, options) {
  const result = await run(["npm", "run", "--silent", lane], options);
  const { passed, failed } = score(result);
  const line = `${failed === 0 ? "✓" : "✗"} ${lane}: ${passed} passed, ${failed} failed in ${result.seconds.toFixed(0)} s`;
  console.log(`\n── ${line}\n`);
  return { passed, failed, line };
}

/** What an earlier lane writes (contracts, builds) the later ones read. A browser or a build that fails is tried again, and told, by the browser lane. */
async function runAll() {
  const chromium = run([process.execPath, "scripts/installChromium.mjs"], {});
  const build = run([process.execPath, "--import", "tsx", "scripts/buildWeb.ts", "local", "production"], {
    isLive: true,
  });
  const contracts = await runLane("test:contracts", {});
  await Promise.all([build, chromium]);
  const quick = await runLane("verify", {});
  const chain = await runLane("test:chain", {});
  const browser = await runLane("test:e2e", { isLive: true });
  return [quick, contracts, chain, browser];
}

const started = performance.now();
ensureDependencies();
const lanes = await runAll();
const passed = lanes.reduce((sum, lane) => sum + lane.passed, 0);
const failed = lanes.reduce((sum, lane) => sum + lane.failed, 0);
console.log(`\n${lanes.map(({ line }) => line).join("\n")}`);
console.log(`in ${((performance.now() - started) / 60_000).toFixed(1)} minutes`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

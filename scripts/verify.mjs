/**
 * The quick lane: every gate that needs no chain and no browser, one line each, output shown only when a gate fails.
 * Warnings are failures: a gate that prints one is red. What reads the sources keeps one core busy each, so as many run at a time as there are
 * cores; the unit tests have them all.
 */
import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const bin = (name) => `${root}node_modules/.bin/${name}`;

/** The longest first. */
const READING = [
  ["types", bin("tsc"), ["--noEmit", "--project", "."]],
  ["format and lint", bin("biome"), ["ci", "--error-on-warnings", "--colors=off", "."]],
  ["architecture", process.execPath, ["scripts/architecture/check.mjs"]],
  ["dead code and unused dependencies", bin("knip"), ["--no-progress", "--treat-config-hints-as-errors"]],
  ["files that only tests use", bin("knip"), ["--no-progress", "--production", "--include", "files"]],
  ["file size", process.execPath, ["scripts/fileSize.mjs"]],
];
const UNIT_TESTS = ["unit tests", bin("vitest"), ["run"]];

/** The route types that `next build` writes are part of the project's types; made here when they are missing. */
const PREPARE = [process.execPath, ["node_modules/next/dist/bin/next", "typegen"]];

function run(command, args) {
  return new Promise((resolve) => {
    const started = performance.now();
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", NO_COLOR: "1" },
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
    child.on("close", (code) => resolve({ code, output, seconds: (performance.now() - started) / 1000 }));
  });
}

/** Passed and failed of a gate: the unit tests count one by one, every other gate is one. */
function score(code, output) {
  const counted = [...output.matchAll(/^(\d+) passed, (\d+) failed/gm)].at(-1);
  if (!counted) return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
  const failed = Number(counted[2]);
  return { passed: Number(counted[1]), failed: code !== 0 && failed === 0 ? 1 : failed };
}

async function runGate([name, command, args]) {
  const { code, output, seconds } = await run(command, args);
  const result = score(code, output);
  const count = result.passed + result.failed > 1 ? `: ${result.passed} passed` : "";
  console.log(`${result.failed === 0 ? "✓" : "✗"} ${name}${count} (${seconds.toFixed(1)} s)`);
  if (result.failed > 0) console.log(output);
  return result;
}

const started = performance.now();
await run(...PREPARE);
const waiting = [...READING];
const results = [];
async function runWaiting() {
  for (let gate = waiting.shift(); gate !== undefined; gate = waiting.shift()) results.push(await runGate(gate));
}
await Promise.all(Array.from({ length: availableParallelism() }, runWaiting));
results.push(await runGate(UNIT_TESTS));
const passed = results.reduce((sum, result) => sum + result.passed, 0);
const failed = results.reduce((sum, result) => sum + result.failed, 0);
console.log(`verify: ${((performance.now() - started) / 1000).toFixed(0)} s`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

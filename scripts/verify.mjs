/**
 * The quick lane: every gate that needs no chain and no browser, one line each, output shown only when a gate fails.
 * Warnings are failures: a gate that prints one is red.
 */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const bin = (name) => `${root}node_modules/.bin/${name}`;

const GATES = [
  ["format and lint", bin("biome"), ["ci", "--error-on-warnings", "."]],
  ["types", bin("tsc"), ["--noEmit", "--project", "."]],
  ["architecture", process.execPath, ["scripts/architecture/check.mjs"]],
  ["dead code and unused dependencies", bin("knip"), ["--no-progress"]],
  ["file size", process.execPath, ["scripts/fileSize.mjs"]],
  ["unit tests", bin("vitest"), ["run", "--reporter=dot"]],
];

/** The route types that `next build` writes are part of the project's types; made here when they are missing. */
const PREPARE = [process.execPath, ["node_modules/next/dist/bin/next", "typegen"]];

function run(command, args) {
  return new Promise((resolve) => {
    const started = performance.now();
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", FORCE_COLOR: "0" },
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
    child.on("close", (code) => resolve({ code, output, seconds: (performance.now() - started) / 1000 }));
  });
}

async function runGate([name, command, args]) {
  const { code, output, seconds } = await run(command, args);
  console.log(`${code === 0 ? "✓" : "✗"} ${name} (${seconds.toFixed(1)} s)`);
  if (code !== 0) console.log(output);
  else if (name === "unit tests" || name === "architecture")
    console.log(output.trim().split("\n").slice(-4).join("\n"));
  return code === 0;
}

const started = performance.now();
await run(...PREPARE);
const passed = [];
for (const gate of GATES) passed.push(await runGate(gate));
const failed = passed.filter((ok) => !ok).length;
console.log(`verify: ${((performance.now() - started) / 1000).toFixed(0)} s`);
console.log(`${passed.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

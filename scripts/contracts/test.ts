import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { generateAbis, staleAbis } from "./abi";
import { contractsFolder, runForge } from "./forge";
import { gasProblems } from "./gas";
import { oversizedContracts } from "./sizes";
import { differences, readTexts } from "./snapshots";
import { type ForgeTest, listedInvariants, parseTestReport, unheldInvariants } from "./testReport";

/**
 * The contracts lane: format, build without warnings, tests, invariants by number, gas, sizes, ABIs and vectors in sync.
 * `--update` accepts the gas figures of this run. Ends with "N passed, N failed".
 */

/** Fewer tests than this means that tests got lost. */
const LEAST_TESTS = 480;
const VECTORS = join(contractsFolder, "test", "vectors");

/** What is wrong, one line each; nothing when the gate holds. */
type Gate = { readonly name: string; readonly problems: readonly string[] };

function formatGate(): Gate {
  const run = runForge(["fmt", "--check"]);
  return { name: "format", problems: run.status === 0 ? [] : [run.stdout + run.stderr] };
}

function buildGate(): Gate {
  const run = runForge(["build", "src", "dev", "test"]);
  const warned = /^Warning/m.test(run.stdout + run.stderr);
  return { name: "build without warnings", problems: run.status === 0 && !warned ? [] : [run.stdout + run.stderr] };
}

function runTests(): { readonly tests: readonly ForgeTest[]; readonly gates: readonly Gate[] } {
  const run = runForge(["test", "--json"]);
  const tests = parseTestReport(run.stdout);
  const failed = tests.some((test) => !test.passed);
  const exit = run.status === 0 || failed ? [] : [`forge test ended with ${run.status}\n${run.stderr}`];
  const lost = tests.length < LEAST_TESTS ? [`${tests.length} tests ran, at least ${LEAST_TESTS} exist`] : [];
  const listed = listedInvariants(readFileSync(join(contractsFolder, "INVARIANTS.md"), "utf8"));
  const unheld = unheldInvariants(listed, tests).map((number) => `no passing test is named invariant_${number}_…`);
  return {
    tests,
    gates: [
      { name: "test count and exit code", problems: [...exit, ...lost] },
      { name: "invariants by number", problems: listed.length === 0 ? ["INVARIANTS.md lists none"] : unheld },
    ],
  };
}

function gasGate(): Gate {
  return { name: "gas snapshot", problems: gasProblems(process.argv.includes("--update")) };
}

function sizeGate(): Gate {
  const run = runForge(["build", "src", "--sizes", "--json"]);
  return { name: "contract sizes", problems: oversizedContracts(run.stdout) };
}

function abiGate(): Gate {
  const stale = staleAbis(generateAbis());
  return { name: "contracts-abi in sync", problems: stale.map((name) => `${name} is stale: npm run abi`) };
}

function vectorGate(): Gate {
  const folder = mkdtempSync(join(tmpdir(), "ballast-vectors-"));
  try {
    const tsx = createRequire(import.meta.url).resolve("tsx/cli");
    const script = fileURLToPath(new URL("../vectors.ts", import.meta.url));
    const run = spawnSync(process.execPath, [tsx, script, folder], { encoding: "utf8" });
    if (run.status !== 0) return { name: "vectors in sync", problems: [run.stderr] };
    const written = readTexts(folder);
    const committed = new Map([...readTexts(VECTORS)].filter(([name]) => name.endsWith(".json")));
    const stale = written.size === 0 ? ["no vectors were written"] : differences(committed, written);
    return { name: "vectors in sync", problems: stale };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function report(gate: Gate): Gate {
  console.log(`${gate.problems.length === 0 ? "✓" : "✗"} ${gate.name}`);
  for (const problem of gate.problems) console.log(problem.replace(/^/gm, "    "));
  return gate;
}

function main(): void {
  const gates = [report(formatGate()), report(buildGate())];
  let tests: readonly ForgeTest[] = [];
  if (gates.every((gate) => gate.name !== "build without warnings" || gate.problems.length === 0)) {
    const run = runTests();
    tests = run.tests;
    for (const test of tests) if (!test.passed) console.log(`✗ ${test.name}\n    ${test.reason}`);
    gates.push(...[...run.gates, gasGate(), sizeGate(), abiGate(), vectorGate()].map(report));
  }
  const failedTests = tests.filter((test) => !test.passed).length;
  const failedGates = gates.filter((gate) => gate.problems.length > 0).length;
  const failed = failedTests + failedGates;
  console.log(`${tests.length} tests, ${gates.length} gates`);
  console.log(`${tests.length + gates.length - failed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}

main();

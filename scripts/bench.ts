/**
 * The benchmark table: our pricing core against QuantLib and npm libraries, in one run on one machine: `npm run bench`.
 *
 *   npm run bench               Node and headless Chromium, against the peers that are installed
 *   npm run bench -- --peers    installs and builds the peers first (Debian's QuantLib, a C++ compiler, five npm packages)
 *
 * Text on the screen, rows in bench/results.json. Fails when an answer is not the peer's, or a goal is missed.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { measureInBrowser } from "./bench/inBrowser";
import { type Measured, measure } from "./bench/measure";
import { installNpmPeers, measureNpmPeer, NPM_PEERS } from "./bench/npmPeers";
import { installQuantlib, measureQuantlib } from "./bench/quantlib";
import { type BenchRow, benchRow, benchTable } from "./bench/results";
import { TASKS, type TaskName, workOf } from "./bench/tasks";

const RESULTS = fileURLToPath(new URL("../bench/results.json", import.meta.url));
const names = Object.keys(TASKS) as TaskName[];

if (process.argv.includes("--peers")) {
  for (const failure of [installQuantlib(), installNpmPeers()]) if (failure !== null) console.error(failure);
}

const rows: BenchRow[] = [];
const disagreements: string[] = [];
const quantlib = new Map<TaskName, Measured | null>();

/** A row against QuantLib, and a complaint when the two did not compute the same. */
function compare(task: TaskName, runtime: BenchRow["runtime"], ours: Measured): void {
  const { goal, agreement } = TASKS[task];
  if (goal === null) return;
  const peer = quantlib.get(task) ?? null;
  rows.push(
    benchRow({ task, runtime, oursNs: ours.nsPerItem, peer: "QuantLib", peerNs: peer?.nsPerItem ?? null }, goal),
  );
  if (peer !== null && !agreement(ours.checksum, peer.checksum)) {
    disagreements.push(`${task} in ${runtime}: our sum is ${ours.checksum}, QuantLib's ${peer.checksum}`);
  }
}

const inNode = new Map<TaskName, Measured>();
for (const task of names) {
  quantlib.set(task, TASKS[task].goal === null ? null : measureQuantlib(task));
  const ours = measure(workOf(task));
  inNode.set(task, ours);
  compare(task, "node", ours);
}
for (const library of NPM_PEERS) {
  const oursNs = inNode.get(library.task)?.nsPerItem ?? Number.NaN;
  const peer = `${library.name} (npm; ${library.remark})`;
  const peerNs = measureNpmPeer(library)?.nsPerItem ?? null;
  rows.push(benchRow({ task: library.task, runtime: "node", oursNs, peer, peerNs }, null));
}
await measureInBrowser(
  names.filter((task) => TASKS[task].goal !== null),
  (task, measured) => compare(task, "chromium", measured),
);

mkdirSync(fileURLToPath(new URL("../bench/", import.meta.url)), { recursive: true });
writeFileSync(RESULTS, `${JSON.stringify(rows, null, 2)}\n`);
console.log(benchTable(rows));
for (const line of disagreements) console.error(`✗ ${line}`);
const missed = rows.filter(({ met }) => met === false);
if (missed.length > 0) console.error(`✗ ${missed.length} goals missed`);
process.exitCode = missed.length > 0 || disagreements.length > 0 ? 1 : 0;

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
import { invariant } from "@/lib/errors/invariant";
import { openBenchBrowser } from "./bench/inBrowser";
import { measureInNode } from "./bench/inNode";
import { faster, type Measured } from "./bench/measure";
import { installNpmPeers, measureNpmPeer, NPM_PEERS } from "./bench/npmPeers";
import { installQuantlib, measureQuantlib } from "./bench/quantlib";
import { type BenchRow, benchRow, benchTable } from "./bench/results";
import { TASKS, type TaskName } from "./bench/tasks";

const RESULTS = fileURLToPath(new URL("../bench/results.json", import.meta.url));
const names = Object.keys(TASKS) as TaskName[];

if (process.argv.includes("--peers")) {
  for (const failure of [installQuantlib(), installNpmPeers()]) if (failure !== null) console.error(failure);
}

/** The least times of a task; the peer's is null where QuantLib is not the peer or not installed. */
type Times = { readonly node: Measured; readonly chromium: Measured; readonly peer: Measured | null };

const LEAST_ROUNDS = 3;
const TASK_MILLISECONDS = 25_000;
const rows: BenchRow[] = [];
const disagreements: string[] = [];

/** All sides in turn, three times or for 25 s, so that a slow minute of the machine falls on all of them or on none. */
async function measureTask(task: TaskName): Promise<Times> {
  let times: Times | undefined;
  const until = performance.now() + TASK_MILLISECONDS;
  for (let round = 0; round < LEAST_ROUNDS || performance.now() < until; round += 1) {
    const peer = TASKS[task].goal === null ? null : measureQuantlib(task);
    times = {
      peer: peer && faster(times?.peer ?? undefined, peer),
      node: faster(times?.node, measureInNode(task)),
      chromium: faster(times?.chromium, await browser.measure(task)),
    };
  }
  invariant(times, "at least one round");
  return times;
}

/** A row against QuantLib, and a complaint when the two did not compute the same. */
function compare(task: TaskName, runtime: BenchRow["runtime"], times: Times): void {
  const { goal, agreement } = TASKS[task];
  const { [runtime]: ours, peer } = times;
  if (goal === null) return;
  rows.push(
    benchRow({ task, runtime, oursNs: ours.nsPerItem, peer: "QuantLib", peerNs: peer?.nsPerItem ?? null }, goal),
  );
  if (peer !== null && !agreement(ours.checksum, peer.checksum)) {
    disagreements.push(`${task} in ${runtime}: our sum is ${ours.checksum}, QuantLib's ${peer.checksum}`);
  }
}

/** A complaint when what is to be the same everywhere is not. */
function compareRuntimes(task: TaskName, { node, chromium }: Times): void {
  if (!TASKS[task].isPortable || node.checksum === chromium.checksum) return;
  disagreements.push(`${task}: the sum is ${node.checksum} in Node and ${chromium.checksum} in Chromium`);
}

const browser = await openBenchBrowser();
const inNode = new Map<TaskName, Measured>();
try {
  for (const task of names) {
    const times = await measureTask(task);
    inNode.set(task, times.node);
    compare(task, "node", times);
    compare(task, "chromium", times);
    compareRuntimes(task, times);
  }
} finally {
  await browser.close();
}
for (const library of NPM_PEERS) {
  const oursNs = inNode.get(library.task)?.nsPerItem ?? Number.NaN;
  const peer = `${library.name} (npm; ${library.remark})`;
  const peerNs = measureNpmPeer(library)?.nsPerItem ?? null;
  rows.push(benchRow({ task: library.task, runtime: "node", oursNs, peer, peerNs }, null));
}

mkdirSync(fileURLToPath(new URL("../bench/", import.meta.url)), { recursive: true });
writeFileSync(RESULTS, `${JSON.stringify(rows, null, 2)}\n`);
console.log(benchTable(rows));
for (const line of disagreements) console.error(`✗ ${line}`);
const missed = rows.filter(({ met }) => met === false);
if (missed.length > 0) console.error(`✗ ${missed.length} goals missed`);
process.exitCode = missed.length > 0 || disagreements.length > 0 ? 1 : 0;

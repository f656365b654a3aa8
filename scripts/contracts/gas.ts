import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { contractsFolder, runForge } from "./forge";
import { gasChanges, readTexts, restoreTexts } from "./snapshots";

const SNAPSHOTS = join(contractsFolder, "snapshots");

/**
 * What is wrong with the committed gas figures, one line each. Runs the tests that measure gas, from an empty folder: forge writes
 * figures only in a run without --json, and only when every test of it passed. With `accept` the new figures stay, else the committed ones return.
 */
export function gasProblems(accept: boolean): readonly string[] {
  const committed = readTexts(SNAPSHOTS);
  const files = measuringFiles();
  if (files.length === 0) return ["no test measures gas"];
  restoreTexts(SNAPSHOTS, new Map());
  const run = runForge(["test", "--match-path", `{${files.join(",")}}`]);
  const measured = readTexts(SNAPSHOTS);
  if (!accept || run.status !== 0) restoreTexts(SNAPSHOTS, committed);
  if (run.status !== 0) return [`the tests that measure gas failed\n${run.stdout}${run.stderr}`];
  if (measured.size === 0) return ["no gas figure was written"];
  return gasChanges(committed, measured);
}

/** Test files that take a gas figure, relative to the contracts folder. */
function measuringFiles(): readonly string[] {
  return readdirSync(join(contractsFolder, "test"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".t.sol"))
    .filter(
      (name) => readFileSync(join(contractsFolder, "test", name), "utf8").match(/vm\.snapshot(Gas|Value)/) !== null,
    )
    .map((name) => `test/${name}`)
    .sort();
}

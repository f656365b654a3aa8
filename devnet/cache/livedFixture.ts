import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { historyMoment, startDevnet } from "../startDevnet";

/**
 * Lives the history once, before tests that each start a chain at the same time find it on disk; theirs all end at the same moment,
 * whatever hour begins meanwhile. What a test lane runs before all of its tests.
 */
export default async function setup(): Promise<void> {
  process.env.BALLAST_HISTORY_UNTIL ??= String(historyMoment());
  const folder = mkdtempSync(join(tmpdir(), "ballast-lived-"));
  const devnet = await startDevnet({ deploymentPath: join(folder, "deployment.json"), quiet: true, market: false });
  await devnet.stop();
  rmSync(folder, { recursive: true });
}

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Measured } from "./measure";
import type { TaskName } from "./tasks";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const PROGRAM = `
  import { measure } from "./scripts/bench/measure.ts";
  import { workOf } from "./scripts/bench/tasks.ts";
  console.log(JSON.stringify(measure(workOf(process.argv[1]))));
`;

/**
 * Measures a task in a process of its own, as the peers are. Beside the rest of the bench it would be a sixth slower: once anything in
 * a process has handed an ArrayBuffer on, as module loaders do, V8 asks at every place of every array whether it is still there.
 */
export function measureInNode(task: TaskName): Measured {
  const args = ["--import", "tsx", "--input-type", "module", "--eval", PROGRAM, task];
  const answer = spawnSync(process.execPath, args, { cwd: ROOT, encoding: "utf8" });
  if (answer.status !== 0) throw new Error(`The ${task} task failed in Node: ${answer.stderr.trim()}`);
  return JSON.parse(answer.stdout) as Measured;
}

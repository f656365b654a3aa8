import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { PROJECT_ROOT } from "./foundryBinary";

/** What to run, as `spawn` takes it. */
export type OwnCommand = {
  readonly command: string;
  readonly args: readonly string[];
  readonly options: SpawnOptions;
};

/** Children that live: ended with a hard signal should this process exit on a path that could not wait for them. */
const living = new Set<ChildProcess>();
process.on("exit", () => {
  for (const child of living) signalGroup(child, "SIGKILL");
});

let watcher: ChildProcess | undefined;

/**
 * Starts a child that never outlives this process, even if this one is killed so hard that it can end nothing itself. It leads a process
 * group of its own, so that Ctrl-C reaches it through us only.
 */
export function spawnOwn({ command, args, options }: OwnCommand): ChildProcess {
  const child = spawn(command, [...args], { ...options, detached: true });
  if (child.pid === undefined) return child;
  const target = process.platform === "win32" ? child.pid : -child.pid;
  watcher ??= startWatcher();
  watcher.stdin?.write(`+${target}\n`);
  living.add(child);
  child.once("exit", () => {
    living.delete(child);
    watcher?.stdin?.write(`-${target}\n`);
  });
  return child;
}

/** A signal for a child of {@link spawnOwn} and its own children. */
export function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (child.pid === undefined || process.platform === "win32") child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // it is gone already
  }
}

/** In a session of its own, which no terminal's signals reach; it holds up nobody's end, and ends by itself with the pipe. */
function startWatcher(): ChildProcess {
  const child = spawn(process.execPath, [`${PROJECT_ROOT}scripts/orphans.mjs`], {
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
  });
  // Without it everything still ends on every path but that one.
  child.on("error", () => undefined);
  child.stdin.on("error", () => undefined);
  child.unref();
  if ("unref" in child.stdin && typeof child.stdin.unref === "function") child.stdin.unref();
  return child;
}

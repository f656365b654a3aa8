import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";

/** A program that this process started and will end. */
export type Child = {
  readonly pid: number | undefined;
  /** Last lines that it wrote to standard error, for the sentence when it dies. */
  readonly lastWords: () => string;
  /** Resolves with a sentence when it ends without having been asked to. */
  readonly crashed: Promise<string>;
  /** Asks it to end, insists after five seconds, resolves when it is gone. */
  readonly stop: () => Promise<void>;
};

/** What to start. */
export type ChildCommand = {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly options?: SpawnOptions;
};

const PATIENCE_MS = 5_000;
const KEPT_CHARACTERS = 2_000;

/** Children that live: ended with a hard signal should this process exit on a path that could not wait for them. */
const living = new Set<ChildProcess>();
process.on("exit", () => {
  for (const child of living) child.kill("SIGKILL");
});

/** Starts a program as a child of this process, in its own process group so that Ctrl-C reaches it through us only. */
export function startChild({ name, command, args, options = {} }: ChildCommand): Child {
  const child = spawn(command, [...args], { stdio: ["ignore", "ignore", "pipe"], detached: true, ...options });
  living.add(child);
  let words = "";
  let isStopping = false;
  child.stderr?.on("data", (chunk: Buffer) => {
    words = (words + chunk.toString()).slice(-KEPT_CHARACTERS);
  });
  const ended = new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(`${name} could not be started: ${error.message}`));
    child.once("exit", (code, signal) =>
      resolve(`${name} ended by itself (${signal ?? `exit code ${code}`}). ${words}`),
    );
  });
  const gone = ended.then(() => {
    living.delete(child);
  });
  const crashed = new Promise<string>((resolve) => {
    ended.then((sentence) => {
      if (!isStopping) resolve(sentence.trim());
    });
  });
  async function stop(): Promise<void> {
    isStopping = true;
    if (child.exitCode !== null || child.signalCode !== null) return gone;
    child.kill("SIGTERM");
    const insist = setTimeout(() => child.kill("SIGKILL"), PATIENCE_MS);
    await gone;
    clearTimeout(insist);
  }
  return { pid: child.pid, lastWords: () => words, crashed, stop };
}

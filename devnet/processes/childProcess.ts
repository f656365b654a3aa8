import type { SpawnOptions } from "node:child_process";
import { signalGroup, spawnOwn } from "./spawnOwn";

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

/** Starts a program as a child that ends with this process. */
export function startChild({ name, command, args, options = {} }: ChildCommand): Child {
  const child = spawnOwn({ command, args, options: { stdio: ["ignore", "ignore", "pipe"], ...options } });
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
  const crashed = new Promise<string>((resolve) => {
    ended.then((sentence) => {
      if (!isStopping) resolve(sentence.trim());
    });
  });
  async function stop(): Promise<void> {
    isStopping = true;
    if (child.exitCode === null && child.signalCode === null) child.kill("SIGTERM");
    const insist = setTimeout(() => signalGroup(child, "SIGKILL"), PATIENCE_MS);
    await ended;
    clearTimeout(insist);
  }
  return { pid: child.pid, lastWords: () => words, crashed, stop };
}

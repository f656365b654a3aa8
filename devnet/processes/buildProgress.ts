import type { Profile } from "./webProfile";

/** What the compiler says when it begins something, and what that is called here. In its order. */
const STAGES: readonly (readonly [begins: RegExp, stage: string])[] = [
  [/^\s*Creating an optimized production build/, "compiling"],
  [/Compiled (successfully|with warnings)/, "compiled"],
  [/^\s*(Running|Finished|Skipping) .*(types|TypeScript)/i, "checking types"],
  [/^\s*Collecting page data/, "collecting the pages"],
  [/^\s*Generating static pages/, "drawing the static pages"],
  [/^\s*(Finalizing page optimization|Collecting build traces)/, "writing the files"],
];

/** How often a log that cannot be written over is told that the build goes on. */
const LOG_EVERY_SECONDS = 15;
const EXPECTED = "about a minute on two cores, once for these sources";

/** What a line of the compiler says is being done now; null for a line that says nothing of it. */
export function buildStage(line: string): string | null {
  return STAGES.find(([begins]) => begins.test(line))?.[1] ?? null;
}

/** Where a build is told of: a terminal, whose line is written over, or a log. */
export type ProgressOutput = { readonly isTTY?: boolean; readonly write: (text: string) => unknown };

/** What is known of a build while it goes on. */
export type BuildProgress = {
  /** The compiler has written a line. */
  readonly heard: (line: string) => void;
  readonly ended: (isBuilt: boolean) => void;
};

/** Tells of a build until it has ended: how long it takes, for how long it has gone on, and what it does. */
export function showProgress(profile: Profile, output: ProgressOutput = process.stdout): BuildProgress {
  const began = performance.now();
  const isTerminal = output.isTTY === true;
  let stage = "starting the compiler";
  const seconds = () => Math.round((performance.now() - began) / 1_000);
  output.write(`Building the web app (${profile} profile): ${EXPECTED}.\n`);
  const tell = () =>
    output.write(isTerminal ? `\r\u001b[K  ${seconds()} s, ${stage} …` : `  ${seconds()} s, ${stage} …\n`);
  const timer = setInterval(tell, isTerminal ? 1_000 : LOG_EVERY_SECONDS * 1_000);
  return {
    heard: (line) => {
      const next = buildStage(line);
      if (next === null || next === stage) return;
      stage = next;
      if (isTerminal) tell();
    },
    ended: (isBuilt) => {
      clearInterval(timer);
      const lead = isTerminal ? "\r\u001b[K" : "";
      output.write(`${lead}  ${isBuilt ? "built" : "failed"} after ${seconds()} s.\n`);
    },
  };
}

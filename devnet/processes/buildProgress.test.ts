import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { buildStage, showProgress } from "./buildProgress";

beforeEach(() => vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "performance"] }));
afterEach(() => vi.useRealTimers());

/** What a build of so many seconds writes, with a line of the compiler after twenty. */
function told(isTTY: boolean, seconds: number, isBuilt = true): string {
  let text = "";
  const progress = showProgress("local", { isTTY, write: (part) => (text += part) });
  vi.advanceTimersByTime(20_000);
  progress.heard("   Creating an optimized production build ...");
  vi.advanceTimersByTime((seconds - 20) * 1_000);
  progress.ended(isBuilt);
  vi.advanceTimersByTime(60_000);
  return text;
}

test("default: a log has a line each fifteen seconds, with what is being done, and one at the end", () => {
  expect(told(false, 50).split("\n")).toEqual([
    "Building the web app (local profile): about a minute on two cores, once for these sources.",
    "  15 s, starting the compiler …",
    "  30 s, compiling …",
    "  45 s, compiling …",
    "  built after 50 s.",
    "",
  ]);
});

test("behavior: a terminal has one line that is written over each second and when something begins", () => {
  const written = told(true, 22).split("\r\u001b[K");
  expect(written.slice(1, 3)).toEqual(["  1 s, starting the compiler …", "  2 s, starting the compiler …"]);
  expect(written.slice(-4)).toEqual([
    "  20 s, compiling …",
    "  21 s, compiling …",
    "  22 s, compiling …",
    "  built after 22 s.\n",
  ]);
});

test("error: a build that failed is not said to be built", () => {
  expect(told(false, 21, false)).toMatch(/ {2}failed after 21 s\.\n$/);
});

test.each([
  ["   Creating an optimized production build ...", "compiling"],
  ["✓ Compiled successfully in 71s", "compiled"],
  ["  Skipping validation of types", "checking types"],
  ["  Running TypeScript ...", "checking types"],
  ["  Collecting page data using 1 worker ...", "collecting the pages"],
  ["  Generating static pages using 1 worker (0/9) ...", "drawing the static pages"],
  ["  Finalizing page optimization ...", "writing the files"],
  ["Route (app)", null],
])("behavior: %s", (line, stage) => {
  expect(buildStage(line)).toBe(stage);
});

/**
 * The one command for a newcomer: installs what is missing, then starts chain, market, keeper and web in one process. Node built-ins
 * only, because it runs before anything is installed. package.json says `exec`, because a shell that waits for a command keeps an
 * interrupt for itself; where there is no `exec`, the second half of that line runs.
 */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { ensureDependencies } from "./dependencies.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

ensureDependencies();
const demo = spawn(process.execPath, ["--import", "tsx", "devnet/demo.ts"], { cwd: root, stdio: "inherit" });
// Ctrl-C comes from the terminal and from npm, and to the child too: signals so close together are one.
const ONE_SIGNAL_MS = 500;
let asked = 0;
let lastAsked = Number.NEGATIVE_INFINITY;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => {
    const now = performance.now();
    if (now - lastAsked > ONE_SIGNAL_MS) asked += 1;
    lastAsked = now;
    demo.kill(asked > 2 ? "SIGKILL" : signal);
  });
}
// A signal that npm does not pass on ends npm, or the shell between: that is seen here.
const isFromNpm = process.env.npm_lifecycle_event !== undefined;
const parent = process.ppid;
const look = setInterval(() => {
  if (isFromNpm && process.ppid !== parent) demo.kill("SIGTERM");
}, 500);
demo.on("exit", (code, signal) => {
  clearInterval(look);
  process.exitCode = code ?? (signal ? 1 : 0);
});

/**
 * The one command for a newcomer: installs what is missing, then starts chain, market, keeper and web in one process. Node built-ins
 * only, because it runs before anything is installed. Replaces itself as far as Node can: the child gets the terminal and the signals.
 */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { ensureDependencies } from "./dependencies.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

ensureDependencies();
const demo = spawn(process.execPath, ["--import", "tsx", "devnet/demo.ts"], { cwd: root, stdio: "inherit" });
let signals = 0;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => {
    signals += 1;
    // Ctrl-C reaches the child through the terminal already; a signal to this process alone does not.
    if (signal !== "SIGINT" || !process.stdin.isTTY) demo.kill(signal);
    if (signals > 2) demo.kill("SIGKILL");
  });
}
// npm hands a signal to its shell only, and the shell dies without passing it on.
const isFromNpm = process.env.npm_lifecycle_event !== undefined;
const parent = process.ppid;
const look = setInterval(() => {
  if (isFromNpm && process.ppid !== parent) demo.kill("SIGTERM");
}, 500);
demo.on("exit", (code, signal) => {
  clearInterval(look);
  process.exitCode = code ?? (signal ? 1 : 0);
});

/**
 * Ends what a process that was killed hard has left running. Reads lines of `+pid` and `-pid`, a negative pid being a group, from its standard input, whose other end is that
 * process's own: the pipe closes with it, however it dies. Node built-ins only, so that it is small and starts at once.
 */
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";

const PATIENCE_MS = 2_000;
const pids = new Set();

function end(signal) {
  for (const pid of pids) {
    try {
      process.kill(pid, signal);
    } catch {
      pids.delete(pid);
    }
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  const pid = Number(line.slice(1));
  if (line.startsWith("+")) pids.add(pid);
  else pids.delete(pid);
}
end("SIGTERM");
for (const until = Date.now() + PATIENCE_MS; pids.size > 0 && Date.now() < until; ) {
  await sleep(50);
  end(0);
}
end("SIGKILL");

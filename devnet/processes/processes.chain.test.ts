import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readDeployment } from "../DevnetDeployment";
import { PROJECT_ROOT } from "./foundryBinary";

let folder: string;
let deploymentPath: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "ballast-processes-"));
  deploymentPath = join(folder, "deployment.json");
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

type Run = { readonly process: ChildProcess; readonly output: () => string; readonly ended: Promise<number | null> };

/** Starts the devnet as a person does and waits for its line. */
async function startMain(
  environment: Readonly<Record<string, string>> = {},
  [command, ...args]: readonly [string, ...string[]] = [process.execPath, "--import", "tsx", "devnet/main.ts"],
): Promise<Run> {
  const child = spawn(command, args, {
    cwd: PROJECT_ROOT,
    env: { ...process.env, BALLAST_DEPLOYMENT: deploymentPath, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  child.stdout.on("data", (chunk) => {
    output += chunk;
  });
  child.stderr.on("data", (chunk) => {
    output += chunk;
  });
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  await expect
    .poll(() => output.includes("Ctrl-C ends it.") || child.exitCode !== null, { timeout: 150_000, interval: 100 })
    .toBe(true);
  return { process: child, output: () => output, ended };
}

type Process = { readonly pid: number; readonly parent: number; readonly isGone: boolean };

/** Every process: from /proc where there is one, because a bare machine has no ps; a zombie is gone, though its number lingers. */
function processes(): readonly Process[] {
  if (!existsSync("/proc/self/stat")) {
    const listing = execFileSync("ps", ["-A", "-o", "pid=,ppid=,stat="], { encoding: "utf8" });
    return listing.trim().split("\n").map(asProcess);
  }
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const [, state = "", parent = ""] = /\) (\S) (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, "utf8")) ?? [];
        return [asProcess(`${pid} ${parent} ${state}`)];
      } catch {
        return [];
      }
    });
}

function asProcess(line: string): Process {
  const [pid, parent, state = ""] = line.trim().split(/\s+/);
  return { pid: Number(pid), parent: Number(parent), isGone: state.startsWith("Z") };
}

function childrenOf(pid: number | undefined): readonly number[] {
  return processes()
    .filter(({ parent }) => parent === pid)
    .map((child) => child.pid);
}

/** What a process has started, and what that has. */
function descendantsOf(pid: number | undefined): readonly number[] {
  return childrenOf(pid).flatMap((child) => [child, ...descendantsOf(child)]);
}

/** Those of the processes that still run. */
function alive(pids: readonly number[]): readonly number[] {
  return processes()
    .filter(({ pid, isGone }) => pids.includes(pid) && !isGone)
    .map(({ pid }) => pid);
}

describe("npm run devnet", () => {
  it.each(["SIGINT", "SIGTERM"] as const)("behavior: %s leaves no process and no file behind", async (signal) => {
    const run = await startMain();
    const children = childrenOf(run.process.pid);
    expect(children.length).toBeGreaterThan(0);
    const { rpcUrl, controlUrl } = readDeployment(deploymentPath);
    run.process.kill(signal);
    expect(await run.ended).toBe(0);
    await expect.poll(() => alive(children), { timeout: 5_000 }).toEqual([]);
    expect(existsSync(deploymentPath)).toBe(false);
    await expect(fetch(rpcUrl, { method: "POST" })).rejects.toThrow();
    await expect(fetch(`${controlUrl}/health`)).rejects.toThrow();
  });

  it("behavior: killed so hard that it can end nothing, it leaves no process behind either", async () => {
    const run = await startMain();
    const children = childrenOf(run.process.pid);
    expect(children.length).toBeGreaterThan(0);
    run.process.kill("SIGKILL");
    await expect.poll(() => alive(children), { timeout: 5_000 }).toEqual([]);
  });

  it.skipIf(process.platform === "win32").each(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
    "behavior: %s to npm alone, and not to what it started, ends it all",
    async (signal) => {
      const run = await startMain({}, ["npm", "run", "devnet"]);
      const descendants = descendantsOf(run.process.pid);
      expect(descendants.length).toBeGreaterThan(1);
      run.process.kill(signal);
      await expect.poll(() => alive(descendants), { timeout: 5_000 }).toEqual([]);
      expect(existsSync(deploymentPath)).toBe(false);
    },
  );

  it("error: a chain that dies ends the devnet with a sentence", async () => {
    const run = await startMain();
    for (const child of childrenOf(run.process.pid)) process.kill(child, "SIGKILL");
    expect(await run.ended).toBe(1);
    expect(run.output()).toContain("The local chain is gone: anvil ended by itself (SIGKILL).");
  });

  it("error: a port where another program answers is refused, and that program is taken for no chain", async () => {
    const other = createServer((_, response) => response.end("{}"));
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const { port } = other.address() as AddressInfo;
    const run = await startMain({ BALLAST_RPC_PORT: String(port) });
    expect(await run.ended).toBe(1);
    expect(run.output()).toContain(`Port ${port} is in use by another program`);
    other.close();
  });

  it("error: a port that is none is refused at the start", async () => {
    const run = await startMain({ BALLAST_RPC_PORT: "web" });
    expect(await run.ended).toBe(1);
    expect(run.output()).toContain('BALLAST_RPC_PORT is "web", which is no port');
  });
});

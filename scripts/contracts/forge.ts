import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder that holds foundry.toml; forge runs in it, because the compiler's path is taken from the working directory. */
export const contractsFolder = fileURLToPath(new URL("../../contracts", import.meta.url));

/** What a run of forge left behind. `status` is null when a signal ended it. */
export type ForgeRun = { readonly status: number | null; readonly stdout: string; readonly stderr: string };

/**
 * The forge binary of this platform. npm's wrapper is passed over: it exits 0 whatever forge answered.
 * The binary comes as an optional package per platform and processor, so its absence is told with the package's name.
 */
export function forgeBinary(): string {
  const processor = process.arch === "x64" ? "amd64" : process.arch;
  const packageName = `@foundry-rs/forge-${process.platform}-${processor}`;
  const resolve = createRequire(import.meta.url).resolve;
  try {
    return join(dirname(resolve(`${packageName}/package.json`)), "bin", "forge");
  } catch (cause) {
    throw new Error(`${packageName} is not installed; run npm ci on this machine`, { cause });
  }
}

/** Runs forge in the contracts folder and waits for it. Output is captured whole; `env` is added to this process's own. */
export function runForge(args: readonly string[], env: Readonly<Record<string, string>> = {}): ForgeRun {
  const run = spawnSync(forgeBinary(), args, {
    cwd: contractsFolder,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1", ...env },
    maxBuffer: 512 * 1024 * 1024,
  });
  if (run.error) throw run.error;
  return { status: run.status, stdout: run.stdout, stderr: run.stderr };
}

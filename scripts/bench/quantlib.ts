import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Measured } from "./measure";
import { peerInput } from "./peerInput";
import type { TaskName } from "./tasks";

const FOLDER = fileURLToPath(new URL("../../bench/peers/", import.meta.url));
const SOURCES = ["quantlib.cpp", "quantlibRisk.cpp"].map(source);
const HEADERS = ["quantlibBench.hpp", "quantlibRisk.hpp"].map(source);
const PROGRAM = join(FOLDER, "quantlib");

/** Whether the C++ peer is built and no older than its sources. */
export function hasQuantlib(): boolean {
  const changed = (file: string) => statSync(file).mtimeMs;
  return existsSync(PROGRAM) && changed(PROGRAM) >= Math.max(...[...SOURCES, ...HEADERS].map(changed));
}

/** Installs QuantLib from Debian's package and builds the peer; a sentence when that is not to be had here. */
export function installQuantlib(): string | null {
  if (hasQuantlib()) return null;
  if (!existsSync("/usr/include/ql/version.hpp")) {
    const apt = (args: readonly string[]) => run("apt-get", ["-q", ...args], { DEBIAN_FRONTEND: "noninteractive" });
    const failure = apt(["update"]) ?? apt(["install", "-y", "--no-install-recommends", "libquantlib0-dev", "g++"]);
    if (failure !== null) return `QuantLib could not be installed: ${failure}`;
  }
  mkdirSync(FOLDER, { recursive: true });
  const failure = run("g++", ["-std=c++17", "-O2", "-o", PROGRAM, ...SOURCES, "-lQuantLib"]);
  return failure === null ? null : `The QuantLib program could not be built: ${failure}`;
}

/** QuantLib's time and checksum for a task; null without the peer, which the table then says. */
export function measureQuantlib(task: TaskName): Measured | null {
  if (!hasQuantlib()) return null;
  const answer = spawnSync(PROGRAM, [], { input: peerInput(task), encoding: "utf8" });
  const [, nsPerItem, checksum] = answer.stdout.trim().split(" ");
  if (answer.status !== 0 || nsPerItem === undefined || checksum === undefined) return null;
  return { nsPerItem: Number(nsPerItem), checksum: Number(checksum) };
}

function source(name: string): string {
  return fileURLToPath(new URL(`./${name}`, import.meta.url));
}

/** Null when it went well, otherwise the last line it wrote. */
function run(command: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): string | null {
  const done = spawnSync(command, args, { encoding: "utf8", env: { ...process.env, ...env } });
  if (done.status === 0) return null;
  return `${done.stderr ?? ""}${done.error?.message ?? ""}`.trim().split("\n").at(-1) ?? command;
}

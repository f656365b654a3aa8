import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { DevnetError } from "../DevnetError";

/** Root of the project, with a slash at the end. */
export const PROJECT_ROOT = fileURLToPath(new URL("../../", import.meta.url));

const PLATFORMS: Readonly<Record<string, string>> = { linux: "linux", darwin: "darwin", win32: "win32" };
const ARCHITECTURES: Readonly<Record<string, string>> = { x64: "amd64", arm64: "arm64" };

/** Path of the platform's own binary inside its npm package: the package's wrapper script hides exit codes and pids. */
export function foundryBinary(tool: "anvil" | "forge"): string {
  const platform = PLATFORMS[process.platform];
  const architecture = ARCHITECTURES[process.arch];
  const suffix = process.platform === "win32" ? ".exe" : "";
  const path = `${PROJECT_ROOT}node_modules/@foundry-rs/${tool}-${platform}-${architecture}/bin/${tool}${suffix}`;
  if (existsSync(path)) return path;
  throw new DevnetError(`${tool} is not installed for ${process.platform}-${process.arch}: run npm ci.`);
}

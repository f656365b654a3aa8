import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** Everything that a build is made of. */
export const WEB_SOURCES = [
  "app",
  "components",
  "hooks",
  "lib",
  "contracts-abi",
  "public",
  "scripts/served",
  "proxy.ts",
  "instrumentation-client.ts",
  "next.config.ts",
  "package-lock.json",
];
const TEST = /\.test\.tsx?$/;

/** A name for the build: hexadecimal, the same for the same sources and profile wherever and whenever it is built. */
export function sourcesId(root: string): string {
  const hash = createHash("sha256").update(process.env.NEXT_PUBLIC_BALLAST_PROFILE ?? "");
  for (const file of WEB_SOURCES.flatMap((path) => filesBelow(root, path))) {
    hash.update(`\n${file}\n`).update(readFileSync(join(root, file)));
  }
  return hash.digest("hex").slice(0, 20);
}

/** Sorted, from the root, without tests and hidden files. */
function filesBelow(root: string, path: string): readonly string[] {
  if (statSync(join(root, path)).isFile()) return TEST.test(path) ? [] : [path];
  return readdirSync(join(root, path))
    .filter((name) => !name.startsWith("."))
    .sort()
    .flatMap((name) => filesBelow(root, `${path}/${name}`));
}

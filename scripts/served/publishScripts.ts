import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { BUILD_FILES, SCRIPT_GUARD_PATH, type ScriptList } from "../../lib/integrity/ScriptList";

/** A finished build of `next build`. */
export type BuildFolder = { readonly root: string; readonly folder: string };

/**
 * Writes what a build publishes about itself into its folder: the service worker, and the list of every file that a browser may load,
 * the worker and the files of `public` included. The same build has the same list, byte for byte.
 */
export function publishScripts({ root, folder }: BuildFolder): ScriptList {
  const guard = bundledGuard(root);
  writeFileSync(join(root, folder, "script-guard.js"), guard);
  const list = {
    build: readFileSync(join(root, folder, "BUILD_ID"), "utf8").trim(),
    files: Object.fromEntries([
      ...hashesBelow(join(root, folder, "static"), BUILD_FILES),
      ...hashesBelow(join(root, "public"), "/"),
      [SCRIPT_GUARD_PATH, sha384(guard)],
    ]),
  };
  writeFileSync(join(root, folder, "script-hashes.json"), `${JSON.stringify(list, undefined, 1)}\n`);
  return list;
}

/** As SRI writes it. */
export function sha384(bytes: string | Uint8Array): string {
  return `sha384-${createHash("sha384").update(bytes).digest("base64")}`;
}

function hashesBelow(folder: string, address: string): readonly (readonly [string, string])[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => [`${address}${file.slice(folder.length + 1).replaceAll("\\", "/")}`, sha384(readFileSync(file))]);
}

/** One classic script, because not every browser runs a service worker that is a module. */
function bundledGuard(root: string): string {
  const { outputFiles } = buildSync({
    entryPoints: [join(root, "lib/integrity/scriptGuard.worker.ts")],
    absWorkingDir: root,
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    target: "es2022",
    logLevel: "error",
  });
  return outputFiles[0]?.text ?? "";
}

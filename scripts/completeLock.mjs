/**
 * Completes package-lock.json after `npm install`.
 *
 * A registry may answer 404 for optional packages of foreign platforms; npm then leaves them out of the lock file, and `npm ci`
 * refuses it ("Missing: X from lock file"). This adds, for every optional dependency that the lock names but does not hold, an
 * entry with its version and `optional: true`, which `npm ci` accepts on every platform.
 */
import { readFileSync, writeFileSync } from "node:fs";

const path = new URL("../package-lock.json", import.meta.url);
const lock = JSON.parse(readFileSync(path, "utf8"));

/** Walks up the node_modules chain from `from`, as Node's resolution does. */
function isLocked(from, name) {
  for (let base = from; ; ) {
    if (lock.packages[`${base ? `${base}/` : ""}node_modules/${name}`]) return true;
    if (!base) return false;
    const parent = base.lastIndexOf("/node_modules/");
    base = parent < 0 ? "" : base.slice(0, parent);
  }
}

let added = 0;
for (const [path, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (isLocked(path, name)) continue;
    lock.packages[`node_modules/${name}`] = { version, optional: true };
    added += 1;
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`package-lock.json: ${added} foreign-platform entries added`);

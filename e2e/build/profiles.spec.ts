import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "@playwright/test";
import { PUBLISHED_MNEMONIC } from "@/lib/config/publishedMnemonic";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Words that only the demo wallet, the time machine and the faucet have; each stands in the local profile's files. */
const MARKERS = [
  PUBLISHED_MNEMONIC,
  "Sign with the demo wallet",
  "Use the demo wallet",
  "Jump to the next expiry",
  "Get test funds",
  "api/time-machine",
  "api/faucet",
];

/** Everything that is served or run of a build; not the compiler's own caches. */
function filesOf(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !/[\\/](cache|dev|diagnostics|types)[\\/]/.test(path.slice(root.length)));
}

function markersIn(folder: string) {
  const files = filesOf(folder);
  expect(files.length, `files of ${folder}`).toBeGreaterThan(50);
  const found = new Set<string>();
  for (const file of files) {
    const text = readFileSync(file, "latin1");
    for (const marker of MARKERS) if (text.includes(marker)) found.add(marker);
  }
  return MARKERS.filter((marker) => found.has(marker));
}

test("the production files have nothing of the demo wallet and the time machine, and the same scan finds both in the local files", () => {
  expect(markersIn(".next-local")).toEqual(MARKERS);
  expect(markersIn(".next")).toEqual([]);
});

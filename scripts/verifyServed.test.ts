import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { LAZY, LIST, type SmallSite, startSmallSite } from "./served/siteFixture";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const AWAY = "http://127.0.0.1:9";

type Ended = { readonly status: number; readonly said: string };

let folder: string;
let list: string;
let site: SmallSite;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "ballast-served-"));
  list = join(folder, "script-hashes.json");
  writeFileSync(list, JSON.stringify(LIST));
  site = await startSmallSite();
});

afterAll(async () => {
  await site.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** The command as a person gives it, to its end. */
function verifyServed(...words: readonly string[]): Promise<Ended> {
  const options = { cwd: ROOT, encoding: "utf8" } as const;
  return new Promise((resolve) => {
    execFile("npm", ["run", "--silent", "verify:served", "--", ...words], options, (failure, out, complaint) => {
      resolve({ status: failure === null ? 0 : Number(failure.code), said: `${out}${complaint}` });
    });
  });
}

test("default: 0 for a site as published, 1 with the name of the file of which one byte differs", async () => {
  const same = await verifyServed(site.url, "--list", list);
  expect(same).toEqual({ status: 0, said: expect.stringContaining(`✓ ${site.url} is as published`) });
  site.files[LAZY] = `${site.files[LAZY]};`;
  const other = await verifyServed(site.url, "--list", list);
  expect(other).toEqual({ status: 1, said: expect.stringContaining(`✗ changed: ${LAZY}`) });
});

test("error: 2 where nothing can be compared: a site that is away, a list that is none, no site at all", async () => {
  const none = join(folder, "none.json");
  writeFileSync(none, "{}");
  const ends = await Promise.all([verifyServed(AWAY, "--list", list), verifyServed(site.url, "--list", none)]);
  expect([...ends, await verifyServed()]).toEqual([
    { status: 2, said: expect.stringContaining(`${AWAY} could not be compared`) },
    { status: 2, said: expect.stringContaining("is no list of hashes") },
    { status: 2, said: expect.stringContaining("Name one site") },
  ]);
});

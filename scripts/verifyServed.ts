/**
 * Compares a deployed site with a list of hashes: `npm run verify:served -- URL [--list FILE]`. Without a list the one of this clone's own
 * production build is taken: build the release that the site says it serves. Ends with 0 when everything is as published, 1 when something
 * is not, 2 when it could not be compared.
 */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { parseScriptList } from "@/lib/integrity/ScriptList";
import { verifySite } from "./served/verifySite";

const OWN_LIST = ".next/script-hashes.json";

function stop(sentence: string): never {
  console.error(sentence);
  process.exit(2);
}

function readList(path: string) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return stop(
      path === OWN_LIST
        ? "There is no production build here to compare with: run npm run build first, or name a release's list with --list FILE."
        : `${path} cannot be read: name the release's list with --list FILE.`,
    );
  }
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { list: { type: "string" } } });
const [site] = positionals;
if (site === undefined || positionals.length > 1 || !URL.canParse(site)) {
  stop("Name one site: npm run verify:served -- https://app.example [--list FILE]");
}
const path = values.list ?? OWN_LIST;
const list =
  parseScriptList(readList(path)) ?? stop(`${path} is no list of hashes: take script-hashes.json of a build.`);
try {
  const { lines, isAsPublished } = await verifySite(site, list);
  console.log(lines.join("\n"));
  process.exitCode = isAsPublished ? 0 : 1;
} catch (cause) {
  stop(`${site} could not be compared: ${cause instanceof Error ? cause.message : cause}`);
}

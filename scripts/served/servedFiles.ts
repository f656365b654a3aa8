import { BUILD_FILES, parseScriptList, SCRIPT_LIST_PATH, type ScriptList } from "../../lib/integrity/ScriptList";
import { sha384 } from "./publishScripts";

/** What is wrong with the files of a deployed site, by address. */
export type FileFindings = {
  /** Came with other bytes than the list says. */
  readonly changed: readonly string[];
  /** On the list, and the site does not serve it. */
  readonly missing: readonly string[];
  /** Not on the list, and the site's pages, files or own list name it. */
  readonly extra: readonly string[];
  /** The site's own list is none, or is another one. */
  readonly list: "same" | "different" | "none";
};

/** Files of the build as pages and scripts write them. */
const NAMED_FILES = /(?:\/_next\/)?(static\/(?:chunks|media|css)\/[\w~.[\]-]+\.(?:js|css|ts|woff2))/g;
/** Requests under way at once. */
const LANES = 8;

/**
 * Fetches every file of the list from the site and compares its hash; follows what the site's pages, scripts and own list name besides.
 * `pages`: the HTML of the site's pages.
 */
export async function servedFiles(site: string, list: ScriptList, pages: readonly string[]): Promise<FileFindings> {
  const bodies = await fetchAll(site, Object.keys(list.files));
  const missing = Object.keys(list.files).filter((path) => bodies.get(path) === undefined);
  const changed = [...bodies].filter(([path, body]) => body && sha384(body) !== list.files[path]).map(([path]) => path);
  const listText = (await fetchBody(site, SCRIPT_LIST_PATH))?.toString("utf8");
  const own = listText === undefined ? undefined : parseScriptList(listText);
  const scripts = [...bodies].filter(([path]) => path.endsWith(".js")).map(([, body]) => body?.toString("utf8") ?? "");
  const named = [...pages, ...scripts].flatMap(namedFiles);
  const all = new Set([...named, ...pages.flatMap(scriptSources), ...Object.keys(own?.files ?? {})]);
  return {
    changed,
    missing,
    extra: [...all].filter((path) => !(path in list.files)).sort(),
    list: own === undefined ? "none" : isSame(own, list) ? "same" : "different",
  };
}

function isSame(a: ScriptList, b: ScriptList): boolean {
  const lines = ({ build, files }: ScriptList) => [build, ...Object.entries(files).map(String).sort()].join("\n");
  return lines(a) === lines(b);
}

function namedFiles(text: string): readonly string[] {
  return [...text.matchAll(NAMED_FILES)].map(([, file]) => `${BUILD_FILES.replace("static/", "")}${file}`);
}

/** Scripts that a page's HTML runs from an address, wherever it is. */
function scriptSources(html: string): readonly string[] {
  return [...html.matchAll(/<script[^>]+src="([^"]+)"/g)].map(([, source]) => source ?? "");
}

async function fetchAll(site: string, paths: readonly string[]): Promise<ReadonlyMap<string, Buffer | undefined>> {
  const bodies = new Map<string, Buffer | undefined>();
  const waiting = [...paths];
  const lane = async () => {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      bodies.set(path, await fetchBody(site, path));
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return bodies;
}

async function fetchBody(site: string, path: string): Promise<Buffer | undefined> {
  const response = await fetch(new URL(path, site), { redirect: "error", cache: "no-store" }).catch(() => undefined);
  if (!response?.ok) return undefined;
  return Buffer.from(await response.arrayBuffer());
}

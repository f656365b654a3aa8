/** The address of the list in every deployment. */
export const SCRIPT_LIST_PATH = "/script-hashes.json";
/** The address of the service worker: at the root, because a worker watches what lies below its own address. */
export const SCRIPT_GUARD_PATH = "/script-guard.js";
/** The page that a reader sees in place of an app whose files were changed. */
export const REFUSED_PATH = "/script-refused.html";
/** Every file below is one of the build's own. */
export const BUILD_FILES = "/_next/static/";

/** What a build publishes about itself: each file that a browser may load of it, by address, with its hash as SRI writes it. */
export type ScriptList = {
  /** Name of the build: the same sources have the same. */
  readonly build: string;
  readonly files: Readonly<Record<string, string>>;
};

const HASH = /^sha384-[A-Za-z0-9+/]{64}$/;

/** Reads a list; undefined when the text is none. */
export function parseScriptList(text: string): ScriptList | undefined {
  const value = parsed(text);
  if (typeof value !== "object" || value === null || !("build" in value) || !("files" in value)) return undefined;
  const { build, files } = value;
  if (typeof build !== "string" || typeof files !== "object" || files === null) return undefined;
  const entries: readonly (readonly [string, unknown])[] = Object.entries(files);
  const isHash = ([, hash]: readonly [string, unknown]) => typeof hash === "string" && HASH.test(hash);
  if (entries.length === 0 || !entries.every(isHash)) return undefined;
  return { build, files: Object.fromEntries(entries.map(([path, hash]) => [path, String(hash)])) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

import { SCRIPT_GUARD_PATH, SCRIPT_LIST_PATH, type ScriptList } from "../../lib/integrity/ScriptList";
import { servedFiles } from "./servedFiles";
import { commonHeaderFaults, fileHeaderFaults, pageHeaderFaults, parsePolicy } from "./servedHeaders";

/** What a comparison found: lines for a reader, and whether all is as published. */
export type SiteReport = { readonly lines: readonly string[]; readonly isAsPublished: boolean };

/** Pages that every deployment has, and one that none has. */
const PAGES = ["/vaults", "/choose", "/portfolio", "/trust", "/no-such-page"];

/** Compares a deployed site with a list: every file's bytes, and the security headers of pages and files. Rejects when it does not answer. */
export async function verifySite(site: string, list: ScriptList): Promise<SiteReport> {
  const pages = await Promise.all(PAGES.map((path) => fetchText(site, path)));
  const files = await servedFiles(
    site,
    list,
    pages.map(({ text }) => text),
  );
  const faults = [
    ...files.changed.map((path) => `changed: ${path}`),
    ...files.missing.map((path) => `missing: ${path}`),
    ...files.extra.map((path) => `not on the list: ${path}`),
    ...(files.list === "none" ? [`${SCRIPT_LIST_PATH}: no list`] : []),
    ...(files.list === "different" ? [`${SCRIPT_LIST_PATH}: another list than the one given`] : []),
    ...(await headerFaults(site, list)),
  ];
  const count = Object.keys(list.files).length;
  const connections = parsePolicy(pages[0]?.headers.get("content-security-policy") ?? "").get("connect-src");
  return {
    isAsPublished: faults.length === 0,
    lines: [
      ...faults.map((fault) => `✗ ${fault}`),
      `  ${count - files.changed.length - files.missing.length} of ${count} files have the published bytes (build ${list.build})`,
      `  pages may connect to: ${connections ?? "anything, there is no policy"}`,
      faults.length === 0 ? `✓ ${site} is as published` : `✗ ${site} is not as published: ${faults.length} findings`,
    ],
  };
}

async function headerFaults(site: string, list: ScriptList): Promise<readonly string[]> {
  const file = Object.keys(list.files).find((path) => path.endsWith(".js") && path !== SCRIPT_GUARD_PATH);
  const ofPages = PAGES.map(async (path) => {
    const [first, second] = await Promise.all([fetchText(site, path), fetchText(site, path)]);
    return pageHeaderFaults(first.headers, second.headers).map((fault) => `${path}: ${fault}`);
  });
  const ofFiles = [file, SCRIPT_GUARD_PATH, SCRIPT_LIST_PATH].map(async (path = SCRIPT_LIST_PATH) =>
    fileHeaderFaults((await fetchText(site, path)).headers).map((fault) => `${path}: ${fault}`),
  );
  const redirect = await fetch(site, { redirect: "manual", cache: "no-store" });
  const ofRedirect = commonHeaderFaults(redirect.headers).map((fault) => `/: ${fault}`);
  return [...(await Promise.all([...ofPages, ...ofFiles])).flat(), ...ofRedirect];
}

async function fetchText(site: string, path: string) {
  const response = await fetch(new URL(path, site), { redirect: "manual", cache: "no-store" });
  return { headers: response.headers, text: await response.text() };
}

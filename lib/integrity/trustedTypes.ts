import { BUILD_FILES, SCRIPT_GUARD_PATH } from "./ScriptList";

/** As much of Trusted Types as is used; the project's type library does not have it. */
type TrustedTypesFactory = {
  createPolicy(
    name: "default",
    rules: {
      createHTML(html: string): string | null;
      createScript(text: string): string | null;
      createScriptURL(url: string): string | null;
    },
  ): void;
};

/** How React makes a script element that it fills afterwards. */
const EMPTY_SCRIPT = "<script></script>";

/**
 * Installs the one policy that the Content Security Policy names. Every text that would become a script goes through it: an address must
 * be a file of the build, HTML must hold no element (style sheets that RainbowKit writes), and code made of text must be one of the page's
 * own inline scripts: React writes them itself where it draws the whole page in the browser, as for an address that names nothing.
 */
export function installTrustedTypes(inlineScripts: readonly string[]): void {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypesFactory };
  trustedTypes?.createPolicy("default", {
    createHTML: (html) => (isHarmlessHtml(html) ? html : null),
    createScript: (text) => (inlineScripts.includes(text) ? text : null),
    createScriptURL: (url) => (isOwnScript(url, location.href) ? url : null),
  });
}

/** Text without an element, or React's empty script. */
export function isHarmlessHtml(html: string): boolean {
  return !html.includes("<") || html === EMPTY_SCRIPT;
}

/** A file of the build or the service worker, at the page's own origin. */
export function isOwnScript(url: string, page: string): boolean {
  if (!URL.canParse(url, page)) return false;
  const { origin, pathname } = new URL(url, page);
  return origin === new URL(page).origin && (pathname.startsWith(BUILD_FILES) || pathname === SCRIPT_GUARD_PATH);
}

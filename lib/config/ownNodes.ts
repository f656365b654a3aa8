/**
 * The cookie by which a browser says which nodes of its person's own its pages may reach, as origins. A page's policy cannot be widened
 * once it is loaded, so a node is tried and used on a page that was loaded with this. The rest of the address, which often is a key,
 * stays in the browser.
 */
export const OWN_NODES_COOKIE = "own-nodes";

/** Where the browser sets it: the whole list, none to take it away. */
export const OWN_NODES_PATH = "/api/own-nodes";

/** One a chain and one that is being tried; a longer list opens nothing. */
const MOST_NODES = 4;

const LONGEST_ORIGIN = 200;
const SEPARATOR = "|";

/** The longest that browsers keep a cookie: 400 days. */
const KEPT_SECONDS = 400 * 24 * 60 * 60;

/** Names and IPv4 alone: no wildcard, no quote and no separator, and none of them can be written in an IPv6 address, which a policy cannot name. */
const HOST = /^[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?$/;

const THIS_MACHINE: readonly string[] = ["localhost", "127.0.0.1"];

/** Is a text an origin that a page may be allowed to reach: https, or http on this machine, with nothing but host and port? */
export function isNodeOrigin(text: string): boolean {
  if (text.length > LONGEST_ORIGIN || !URL.canParse(text)) return false;
  const { origin, protocol, hostname } = new URL(text);
  return origin === text && HOST.test(hostname) && (protocol === "https:" || isOnThisMachine(protocol, hostname));
}

function isOnThisMachine(protocol: string, hostname: string): boolean {
  return protocol === "http:" && THIS_MACHINE.includes(hostname);
}

/** The origins that a cookie names, as the browser sent it; none where any of it is something else. */
export function ownNodeOrigins(cookie: string | undefined): readonly string[] {
  return (cookie && allowedList(cookie.split(SEPARATOR))) || [];
}

/** The origins that a browser asks for, out of `{"origins":[…]}`; null for any other text. */
export function parseOwnNodesRequest(text: string): readonly string[] | null {
  try {
    const asked: unknown = JSON.parse(text);
    const origins = typeof asked === "object" && asked !== null && "origins" in asked ? asked.origins : null;
    return Array.isArray(origins) ? allowedList(origins) : null;
  } catch {
    return null;
  }
}

/** What sets the cookie; with no origin, what takes it away. No script reads it, and it goes to this app alone. */
export function ownNodesCookie(origins: readonly string[], isSecure: boolean): string {
  const seconds = origins.length === 0 ? 0 : KEPT_SECONDS;
  const attributes = `Path=/; Max-Age=${seconds}; SameSite=Lax; HttpOnly${isSecure ? "; Secure" : ""}`;
  return `${OWN_NODES_COOKIE}=${origins.join(SEPARATOR)}; ${attributes}`;
}

function allowedList(pieces: readonly unknown[]): readonly string[] | null {
  if (pieces.length > MOST_NODES) return null;
  const origins = pieces.filter((piece) => typeof piece === "string" && isNodeOrigin(piece));
  return origins.length === pieces.length ? ([...new Set(origins)] as readonly string[]) : null;
}

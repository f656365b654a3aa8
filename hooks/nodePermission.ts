import { OWN_NODES_PATH } from "@/lib/config/ownNodes";
import { type NodeUse, ownNodeKey } from "./ownNode";

const TRIED = "ballast.triedNode";
const NODE_KEYS = /^ballast\.node\.\d+$/;

/** How long the app's own server has to answer, in milliseconds. */
const ANSWER_WITHIN = 5_000;

/** Why a node cannot be used: the browser keeps nothing for this site, or the app's server does not answer. */
export type NotKept = "storage" | "server";

/** The address that this tab is about to try for a chain; null when it tries none for it. */
export function triedNode(chainId: number): string | null {
  try {
    const [chain, url] = sessionStorage.getItem(TRIED)?.split(" ") ?? [];
    return chain === String(chainId) && url ? url : null;
  } catch {
    return null;
  }
}

/** Keeps the address in this tab, to be tried for a chain, and lets its pages reach it, besides what they may reach already. */
export async function permitTrial(chainId: number, url: string): Promise<NotKept | null> {
  try {
    sessionStorage.setItem(TRIED, `${chainId} ${url}`);
  } catch {
    return "storage";
  }
  if (await allowed([...keptOrigins(), new URL(url).origin])) return null;
  sessionStorage.removeItem(TRIED);
  return "server";
}

/** The tab tries nothing any more; its pages reach what is kept. */
export async function endTrial(): Promise<void> {
  try {
    sessionStorage.removeItem(TRIED);
  } catch {
    // Then there was none.
  }
  await allowed(keptOrigins());
}

/** Keeps a node for a chain, or none, and lets pages reach exactly what is kept from then on. */
export async function keepNode(chainId: number, node: { use: NodeUse; url: string } | null): Promise<NotKept | null> {
  try {
    if (node === null) localStorage.removeItem(ownNodeKey(chainId));
    else localStorage.setItem(ownNodeKey(chainId), `${node.use} ${node.url}`);
    sessionStorage.removeItem(TRIED);
  } catch {
    return "storage";
  }
  return (await allowed(keptOrigins())) ? null : "server";
}

/** The origins of the nodes that this browser keeps, of all chains. */
function keptOrigins(): readonly string[] {
  try {
    const values = Object.keys(localStorage)
      .filter((key) => NODE_KEYS.test(key))
      .map((key) => localStorage.getItem(key)?.split(" ")[1] ?? "");
    return [...new Set(values.filter((url) => URL.canParse(url)).map((url) => new URL(url).origin))];
  } catch {
    return [];
  }
}

/** Of the address the server is told the origin alone. */
async function allowed(origins: readonly string[]): Promise<boolean> {
  const answer = await fetch(OWN_NODES_PATH, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ origins: [...new Set(origins)] }),
    signal: AbortSignal.timeout(ANSWER_WITHIN),
  }).catch(() => null);
  return answer?.ok === true;
}

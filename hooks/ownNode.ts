import type { Deployment } from "@/lib/config/Deployment";

/** `first`: before the configured nodes, which watch it. `alone`: no other node is asked. */
export type NodeUse = "first" | "alone";

/** A node of the person's own, as this browser keeps it: its whole address, key and all. */
export type OwnNode = { readonly use: NodeUse; readonly url: string };

/** The node kept for a chain; null where there is none, or the browser keeps nothing, as the server does. */
export function ownNode(chainId: number): OwnNode | null {
  if (typeof window === "undefined") return null;
  try {
    const [use, url] = localStorage.getItem(ownNodeKey(chainId))?.split(" ") ?? [];
    return url ? { use: use === "alone" ? use : "first", url } : null;
  } catch {
    return null;
  }
}

/** Name in the browser's storage. */
export function ownNodeKey(chainId: number): string {
  return `ballast.node.${chainId}`;
}

/** The deployment as this browser reads it: its own node alone, or before the configured ones. */
export function withOwnNode(deployment: Deployment): Deployment {
  const own = ownNode(deployment.chainId);
  if (own === null) return deployment;
  const others = own.use === "alone" ? [] : deployment.rpcUrls.filter((url) => url !== own.url);
  return { ...deployment, rpcUrls: [own.url, ...others] };
}

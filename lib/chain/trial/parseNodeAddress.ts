import { isNodeOrigin } from "@/lib/config/ownNodes";
import type { NodeAddressFault } from "@/lib/transaction/NodeTrial";

/** An address that a node may be asked at: all of it, the origin that the page's policy must name, and the host that people are told. */
export type NodeAddress = { readonly url: string; readonly origin: string; readonly host: string };

const LONGEST = 2_000;

/** Space, and characters that an address's reader leaves out without a word. */
const UNSEEN = /[\s\p{Cc}\p{Cf}]/u;

/**
 * The address of a node out of what somebody typed. Path and question are kept as they are, they often are a key; the host becomes its
 * plain form. Spaces around it do not matter.
 */
export function parseNodeAddress(
  text: string,
): ({ readonly ok: true } & NodeAddress) | { readonly ok: false; readonly reason: NodeAddressFault } {
  const trimmed = text.trim();
  const url = URL.canParse(trimmed) ? new URL(trimmed) : null;
  const reason = faultOf(trimmed, url);
  if (reason !== null || url === null) return { ok: false, reason: reason ?? "noAddress" };
  return { ok: true, url: url.href, origin: url.origin, host: url.host };
}

function faultOf(text: string, url: URL | null): NodeAddressFault | null {
  if (text === "") return "empty";
  if (text.length > LONGEST) return "tooLong";
  if (url === null || UNSEEN.test(text) || !/^[a-z]+:\/\/[^/]/i.test(text)) return "noAddress";
  if (url.protocol !== "https:" && url.protocol !== "http:") return "scheme";
  if (url.username !== "" || url.password !== "") return "credentials";
  if (url.hostname.startsWith("[")) return "ipv6";
  if (url.hash !== "" || text.includes("#")) return "fragment";
  if (isNodeOrigin(url.origin)) return null;
  return url.protocol === "http:" && isNodeOrigin(url.origin.replace(/^http:/, "https:")) ? "plain" : "host";
}

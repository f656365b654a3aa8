import { ownNodesCookie, parseOwnNodesRequest } from "@/lib/config/ownNodes";

/** Four origins of the longest kind fit in; whoever sends more is not the app's page. */
const LONGEST_BODY = 2_000;

/**
 * Answers a browser that says which nodes of its own its pages may reach. 403 for another site's page, 413 and 400 for what is no list of
 * a few origins; then nothing changes. Nothing is kept here: the answer is the cookie alone.
 */
export async function rememberNodes(request: Request): Promise<Response> {
  if (!isFromOwnPage(request)) return new Response(null, { status: 403 });
  const text = await textWithin(request, LONGEST_BODY);
  if (text === null) return new Response(null, { status: 413 });
  const origins = parseOwnNodesRequest(text);
  if (origins === null) return new Response(null, { status: 400 });
  const protocol = request.headers.get("x-forwarded-proto") ?? new URL(request.url).protocol;
  return new Response(null, {
    status: 204,
    headers: { "set-cookie": ownNodesCookie(origins, protocol.startsWith("https")), "cache-control": "no-store" },
  });
}

/** Another site's page cannot send JSON without being asked first. Browsers say whose page asks; of an old one its origin is looked at. */
function isFromOwnPage({ headers }: Request): boolean {
  if (headers.get("content-type")?.split(";")[0]?.trim() !== "application/json") return false;
  const site = headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin";
  const origin = headers.get("origin");
  return origin === null || (URL.canParse(origin) && new URL(origin).host === headers.get("host"));
}

/** The body, or null as soon as it is longer; whatever length it says it has. */
async function textWithin({ body }: Request, most: number): Promise<string | null> {
  if (body === null) return "";
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
    // which streams are on servers; the DOM's type does not say so
    text += decoder.decode(chunk, { stream: true });
    if (text.length > most) return null;
  }
  return text;
}

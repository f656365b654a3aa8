import "server-only";
import { ConfigurationError } from "@/lib/errors/configurationErrors";
import type { MarketAnswer, MarketView } from "@/lib/market/MarketView";
import { loadDeployment } from "./loadDeployment";
import { marketAnswer } from "./markets";

/**
 * GET /api/market/ETH. 200 with the view, or with the reason while there is a market and nothing usable of it: the question is
 * answered, and a page that asks every few seconds is not to fill a reader's console with errors of a market that is away. 404 for a
 * coin of no vault here and where no market is configured; 503 when the app itself is not. A view may be kept for two seconds
 * by anybody, and is named, so that asking again costs nothing while it stands; a failure is never kept.
 */
export async function marketResponse(request: Request, currency: string): Promise<Response> {
  const configuration = await loadDeployment().catch((cause: unknown) => {
    if (cause instanceof ConfigurationError) return null;
    throw cause;
  });
  if (configuration === null) return failed(503, { reason: "notConfigured", detail: "This app is not configured." });
  const answer = await marketAnswer(configuration, currency);
  if (answer === null) return failed(404, { reason: "notConfigured", detail: "No vault here is on this coin." });
  if (!answer.ok) return failed(answer.reason === "notConfigured" ? 404 : 200, answer);
  const headers = { etag: tagOf(answer.view), "cache-control": "public, max-age=2, must-revalidate" };
  if (request.headers.get("if-none-match") === headers.etag) return new Response(null, { status: 304, headers });
  return Response.json(answer, { headers });
}

function failed(status: number, { reason, detail }: Omit<Extract<MarketAnswer, { ok: false }>, "ok">): Response {
  const body: MarketAnswer = { ok: false, reason, detail };
  return Response.json(body, { status, headers: { "cache-control": "no-store" } });
}

/** A view is the same while its time and what was left out of it are. */
function tagOf({ currency, asOf, quotes, history }: MarketView): string {
  return `W/"${currency}-${asOf}-${quotes.length}-${history.length}"`;
}

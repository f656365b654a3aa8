import "server-only";
import { DevnetControlError } from "@/lib/errors/configurationErrors";
import { controlDevnet, type DevnetAction } from "./controlDevnet";

/** A route handler that passes a JSON body to the devnet; only pages of this app may call it. */
export function devnetRoute(action: DevnetAction): (request: Request) => Promise<Response> {
  return async (request) => {
    if (!isFromOurPage(request)) return Response.json({ error: "Only this app's pages may ask." }, { status: 403 });
    const body: unknown = await request.json().catch(() => null);
    if (typeof body !== "object" || body === null)
      return Response.json({ error: "The body is no JSON." }, { status: 400 });
    try {
      return Response.json(await controlDevnet(action, body as Readonly<Record<string, unknown>>));
    } catch (cause) {
      if (!(cause instanceof DevnetControlError)) throw cause;
      const error = cause.detail ?? "The local chain's control server did not answer.";
      return Response.json({ error }, { status: cause.status ?? 502 });
    }
  };
}

/** Browsers send the origin with every POST; a page of another origin, which could otherwise move the clock, is refused. */
function isFromOurPage(request: Request): boolean {
  const origin = request.headers.get("origin");
  const host = request.headers.get("host");
  return origin !== null && URL.canParse(origin) && new URL(origin).host === host;
}

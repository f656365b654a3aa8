import { marketResponse } from "@/lib/server/marketResponse";

type Context = { readonly params: Promise<{ readonly currency: string }> };

export const dynamic = "force-dynamic";

/** What a coin's option market quotes, fitted by this server: the one place of the app that asks the source. */
export async function GET(request: Request, { params }: Context) {
  return marketResponse(request, (await params).currency);
}

import { MarketGarbledError, MarketRefusedError, MarketUnreachableError } from "@/lib/errors/marketErrors";
import { numberOf, recordOf } from "./jsonFields";
import { type MarketSource, sourceIdentity } from "./MarketSource";

/** One answer may take this long, its body with it. */
const PATIENCE_SECONDS = 5;
/** All options of a coin with their books are about one million bytes. */
const LONGEST_BYTES = 8_000_000;

/** The public methods of Deribit's API v2 that this app reads. */
export type MarketMethod = "get_index_price" | "get_instruments" | "get_book_summary_by_currency" | "ticker";

/**
 * Asks one public method and gives the JSON-RPC answer's `result`, unlooked at. No other origin is followed to. Throws
 * {@link MarketUnreachableError}, {@link MarketRefusedError}, {@link MarketGarbledError}.
 * Source: Deribit API v2, JSON-RPC over HTTP GET; an error has its `code` in `error` and HTTP status 400 or above.
 */
export async function askMarket(
  source: MarketSource,
  method: MarketMethod,
  parameters: Readonly<Record<string, string>>,
): Promise<unknown> {
  const url = `${source.baseUrl}/api/v2/public/${method}?${new URLSearchParams(parameters)}`;
  const { host } = sourceIdentity(source);
  const signal = AbortSignal.timeout(PATIENCE_SECONDS * 1_000);
  const { status, text } = await answerOf(source, { url, signal, method }).catch((cause: unknown) => {
    if (cause instanceof MarketGarbledError) throw cause;
    throw new MarketUnreachableError(host, signal.aborted ? PATIENCE_SECONDS : null, { cause });
  });
  const isSuccess = status >= 200 && status < 300;
  const envelope = recordOf(jsonOf(text));
  if (envelope === null) {
    if (!isSuccess) throw new MarketRefusedError(host, status, null);
    throw new MarketGarbledError(method, "is not a JSON object");
  }
  const rpcCode = numberOf(recordOf(envelope.error)?.code, { least: -1e9, most: 1e9 });
  if (!isSuccess || envelope.error !== undefined) throw new MarketRefusedError(host, status, rpcCode);
  if (envelope.result === undefined) throw new MarketGarbledError(method, "has no result");
  return envelope.result;
}

type Request = { readonly url: string; readonly signal: AbortSignal; readonly method: MarketMethod };

async function answerOf(
  { fetch }: MarketSource,
  { url, signal, method }: Request,
): Promise<{ readonly status: number; readonly text: string }> {
  const headers = { accept: "application/json" };
  const response = await fetch(url, { signal, headers, redirect: "error", cache: "no-store" });
  return { status: response.status, text: await boundedText(response, method) };
}

/** The body, read no further than the bound whatever its length is said to be. */
async function boundedText({ body }: Response, method: MarketMethod): Promise<string> {
  if (body === null) return "";
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    bytes += chunk.value.byteLength;
    if (bytes > LONGEST_BYTES) {
      await reader.cancel().catch(() => undefined);
      throw new MarketGarbledError(method, "is too long");
    }
    text += decoder.decode(chunk.value, { stream: true });
  }
  return text + decoder.decode();
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

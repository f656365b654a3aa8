import type { BallastError } from "@/lib/errors/BallastError";
import {
  MarketGarbledError,
  MarketRefusedError,
  MarketUnreachableError,
  MarketUnusableError,
} from "@/lib/errors/marketErrors";
import type { MarketAnswer } from "./MarketView";

/** Everything that can go wrong between the app's server and the source. */
export type MarketError = MarketUnreachableError | MarketRefusedError | MarketGarbledError | MarketUnusableError;

/** Is this one of the source's failures? Anything else is a programmer's mistake and no answer. */
export function isMarketError(error: unknown): error is MarketError {
  return (
    error instanceof MarketUnreachableError ||
    error instanceof MarketRefusedError ||
    error instanceof MarketGarbledError ||
    error instanceof MarketUnusableError
  );
}

/** A failure as the answer that the browser gets, with the error's own sentence. */
export function marketFailure(error: MarketError): Extract<MarketAnswer, { ok: false }> {
  return { ok: false, reason: reasonOf(error), detail: error.message };
}

function reasonOf(error: MarketError): Extract<MarketAnswer, { ok: false }>["reason"] {
  switch (error.code) {
    case "marketUnreachable":
    case "marketRefused":
      return "unreachable";
    case "marketGarbled":
      return "unusable";
    case "marketUnusable":
      return error.reason === "stale" ? "stale" : "unusable";
  }
}

/** Without the chain's time no quote has an age. */
export function chainTimeFailure(error: BallastError): Extract<MarketAnswer, { ok: false }> {
  const detail = `The chain's time cannot be read (${error.code}), so the age of the market's quotes is not known.`;
  return { ok: false, reason: "unreachable", detail };
}

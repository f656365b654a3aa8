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

/** A failure as the answer that the browser gets, with a sentence for people. */
export function marketFailure(error: MarketError): Extract<MarketAnswer, { ok: false }> {
  switch (error.code) {
    case "marketUnreachable": {
      const waited = error.waitedSeconds === null ? "" : ` in ${error.waitedSeconds} seconds`;
      return {
        ok: false,
        reason: "unreachable",
        detail: `The market source at ${error.host} did not answer${waited}.`,
      };
    }
    case "marketRefused": {
      const detail = `The market source at ${error.host} refused the request (${error.rpcCode ?? error.status}).`;
      return { ok: false, reason: "unreachable", detail };
    }
    case "marketGarbled": {
      const detail = `The market source's answer to ${error.subject} ${error.fault}, so nothing of it is shown.`;
      return { ok: false, reason: "unusable", detail };
    }
    case "marketUnusable":
      return { ok: false, reason: error.reason === "stale" ? "stale" : "unusable", detail: UNUSABLE[error.reason] };
  }
}

/** Without the chain's time no quote has an age. */
export function chainTimeFailure(error: BallastError): Extract<MarketAnswer, { ok: false }> {
  const detail = `The chain's time cannot be read (${error.code}), so the age of the market's quotes is not known.`;
  return { ok: false, reason: "unreachable", detail };
}

const UNUSABLE: Readonly<Record<MarketUnusableError["reason"], string>> = {
  closed: "The market source has halted trading.",
  convention: "The market source's prices and volatilities do not belong together, so none of them is shown.",
  stale: "The market source's quotes are too old.",
  thin: "The market source has too few usable quotes for a surface.",
  noFit: "No surface without arbitrage meets the market source's quotes.",
};

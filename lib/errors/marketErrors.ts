import { BallastError } from "./BallastError";

/*
 * The messages of these errors are sentences for people: the server passes them on to the browser as they are, because lib/market, which
 * turns them into an answer, knows no words.
 */

/** The option market did not answer in time, or refused the connection. */
export class MarketUnreachableError extends BallastError {
  readonly code = "marketUnreachable";

  constructor(
    /** Host that was asked. */
    readonly host: string,
    /** How long was waited, in seconds; null when it refused at once or broke off. */
    readonly waitedSeconds: number | null,
    options?: ErrorOptions,
  ) {
    super(
      `The option market at ${host} did not answer${waitedSeconds === null ? "" : ` in ${waitedSeconds} seconds`}.`,
      options,
    );
  }
}

/** The option market answered that it will not: an HTTP status that is no success, or a JSON-RPC error. */
export class MarketRefusedError extends BallastError {
  readonly code = "marketRefused";

  constructor(
    readonly host: string,
    readonly status: number,
    /** The JSON-RPC error's code, when there was one. */
    readonly rpcCode: number | null,
    options?: ErrorOptions,
  ) {
    super(`The option market at ${host} refused the request (code ${rpcCode ?? status}).`, options);
  }
}

/** The answer cannot be what was asked for: no JSON, another shape, beyond every bound, too long. Nothing of it is used. */
export class MarketGarbledError extends BallastError {
  readonly code = "marketGarbled";

  constructor(
    /** What was asked, by the API's name. */
    readonly subject: string,
    /** What is wrong with it, as the end of the sentence "the answer …". */
    readonly fault: string,
    options?: ErrorOptions,
  ) {
    super(`The option market's answer to ${subject} ${fault}, so nothing of it is shown.`, options);
  }
}

/**
 * The answers are well formed and no surface can be made of them. `closed`: trading is halted. `convention`: prices and
 * volatilities do not belong together, so the units are not those this app reads. `stale`: the quotes are too old. `early`: they are from a time
 * that has not come. `thin`: too
 * few usable quotes. `noFit`: no surface without arbitrage meets them.
 */
export class MarketUnusableError extends BallastError {
  readonly code = "marketUnusable";

  constructor(
    readonly reason: "closed" | "convention" | "stale" | "early" | "thin" | "noFit",
    options?: ErrorOptions,
  ) {
    super(UNUSABLE[reason], options);
  }
}

const UNUSABLE = {
  closed: "The option market has halted trading.",
  convention: "The option market's prices and volatilities do not belong together, so none of them is shown.",
  stale: "The option market's quotes are too old.",
  early: "The option market's clock is ahead of the chain's, so the age of its quotes is not known.",
  thin: "The option market has too few usable quotes for a surface.",
  noFit: "No surface without arbitrage meets the option market's quotes.",
} as const;

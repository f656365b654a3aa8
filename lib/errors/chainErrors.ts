import { BallastError } from "./BallastError";

/** Every configured RPC node was silent, refused, or answered with a transport failure. */
export class RpcUnreachableError extends BallastError {
  readonly code = "rpcUnreachable";

  constructor(
    /** How long was waited for the last node, in seconds; null when it refused at once. */
    readonly waitedSeconds: number | null,
    options?: ErrorOptions,
  ) {
    super("No RPC node answered.", options);
  }
}

/** The node asks to slow down (HTTP 429, or the JSON-RPC code for it). */
export class RpcRateLimitedError extends BallastError {
  readonly code = "rpcRateLimited";

  constructor(options?: ErrorOptions) {
    super("The RPC node limits the rate of requests.", options);
  }
}

/** The node belongs to another chain than the configuration says. Nothing it tells may be shown. */
export class WrongChainNodeError extends BallastError {
  readonly code = "wrongChainNode";

  constructor(
    readonly expectedChainId: number,
    readonly actualChainId: number,
  ) {
    super(`The RPC node serves chain ${actualChainId}, not ${expectedChainId}.`);
  }
}

/** The answer cannot be what was asked for: truncated, not decodable, or contradicting itself. */
export class GarbledAnswerError extends BallastError {
  readonly code = "garbledAnswer";

  constructor(
    /** What was being read, as a contract's function or an RPC method. */
    readonly subject: string,
    options?: ErrorOptions,
  ) {
    super(`The RPC node's answer to ${subject} makes no sense.`, options);
  }
}

/** The node answered with a JSON-RPC error that is neither a revert nor a known condition. */
export class RpcRefusedError extends BallastError {
  readonly code = "rpcRefused";

  constructor(
    /** The JSON-RPC error code, when there was one. */
    readonly rpcCode: number | null,
    options?: ErrorOptions,
  ) {
    super("The RPC node refused the request.", options);
  }
}

/** A contract refused the call. `revert` is what it said, decoded. */
export class ContractRevertedError extends BallastError {
  readonly code = "contractReverted";

  constructor(
    readonly revert: DecodedRevert,
    options?: ErrorOptions,
  ) {
    super(`The contract refused: ${revert.errorName ?? "no known reason"}.`, options);
  }
}

/**
 * What a contract said when it refused: the Solidity name of its error and the arguments by name. `Error` carries
 * `message` (a require's text), `Panic` carries `code` (a compiler's assertion). Null: bytes that no known error
 * explains; `raw` is `0x` when the contract gave no reason at all.
 */
export type DecodedRevert = {
  readonly errorName: string | null;
  readonly arguments: Readonly<Record<string, bigint | boolean | string>>;
  readonly raw: `0x${string}`;
};

import {
  BaseError,
  ContractFunctionRevertedError,
  ExecutionRevertedError,
  HttpRequestError,
  InsufficientFundsError,
  LimitExceededRpcError,
  RpcRequestError,
  TimeoutError,
  WebSocketRequestError,
} from "viem";
import { BallastError } from "@/lib/errors/BallastError";
import {
  ContractRevertedError,
  GarbledAnswerError,
  RpcRateLimitedError,
  RpcRefusedError,
  RpcUnreachableError,
} from "@/lib/errors/chainErrors";
import { InsufficientGasFundsError } from "@/lib/errors/walletErrors";
import { decodeRevert } from "./decodeRevert";
import { RPC_TIMEOUT_MILLISECONDS } from "./nodeTransport";

/** Whatever a node or viem threw → the one class of lib/errors that names the cause. Keeps the original as `cause`. */
export function chainFailure(thrown: unknown): BallastError {
  if (thrown instanceof BallastError) return thrown;
  const bytes = revertBytes(thrown);
  if (bytes !== undefined) return new ContractRevertedError(decodeRevert(bytes), { cause: thrown });
  if (!(thrown instanceof BaseError)) return new RpcUnreachableError(null, { cause: thrown });
  const own = find(thrown, BallastError);
  if (own) return own;
  const options = { cause: thrown };
  if (has(thrown, TimeoutError)) return new RpcUnreachableError(RPC_TIMEOUT_MILLISECONDS / 1000, options);
  if (has(thrown, InsufficientFundsError)) return new InsufficientGasFundsError(options);
  if (has(thrown, LimitExceededRpcError)) return new RpcRateLimitedError(options);
  const http = find(thrown, HttpRequestError);
  if (http) return httpFailure(http, options);
  if (has(thrown, WebSocketRequestError)) return new RpcUnreachableError(null, options);
  if (has(thrown, ExecutionRevertedError)) return new ContractRevertedError(decodeRevert("0x"), options);
  const rpc = find(thrown, RpcRequestError);
  return new RpcRefusedError(rpc?.code ?? null, options);
}

type ErrorClass<E> = abstract new (...parameters: never[]) => E;

function find<E extends Error>(error: BaseError, kind: ErrorClass<E>): E | null {
  return error.walk((cause) => cause instanceof kind) as E | null;
}

function has<E extends Error>(error: BaseError, kind: ErrorClass<E>): boolean {
  return find(error, kind) !== null;
}

/** An answer with status 200 that is no JSON-RPC is garbled; 429 asks to slow down; everything else is a dead node. */
function httpFailure(error: HttpRequestError, options: ErrorOptions): BallastError {
  if (error.status === 429) return new RpcRateLimitedError(options);
  if (error.cause instanceof SyntaxError) return new GarbledAnswerError("JSON-RPC", options);
  return new RpcUnreachableError(null, options);
}

/** The bytes that a contract reverted with, wherever viem or a node hid them; undefined when it is no revert. */
export function revertBytes(thrown: unknown): `0x${string}` | undefined {
  if (!(thrown instanceof BaseError)) return undefined;
  const decoded = find(thrown, ContractFunctionRevertedError);
  if (decoded?.raw) return decoded.raw;
  const carrier = thrown.walk((cause) => hexOf(cause) !== undefined);
  return carrier === null ? undefined : hexOf(carrier);
}

/** JSON-RPC error code 3, or a `data` of bytes, is how nodes report a revert. */
function hexOf(cause: unknown): `0x${string}` | undefined {
  if (typeof cause !== "object" || cause === null || !("data" in cause)) return undefined;
  const { data } = cause as { readonly data: unknown };
  const inner = typeof data === "object" && data !== null && "data" in data ? (data as { data: unknown }).data : data;
  return typeof inner === "string" && /^0x([\da-fA-F]{2})*$/.test(inner) ? (inner as `0x${string}`) : undefined;
}

import type { Movement } from "@/lib/transaction/Movement";
import type { Address, Token } from "@/lib/vault/Token";

/** Prices grow or fall by less than this share between a plan and its block; more is a difference. */
const TOLERANCE = 10_000n;

/** An account gains (+) or gives (−) exactly so much of a token. */
export function movementOf(account: Address, token: Token, delta: bigint): Movement {
  return { account, token: token.address, symbol: token.symbol, decimals: token.decimals, delta };
}

/** An account gains about so much: what interest makes of it, and at most a ten-thousandth and one unit of rounding less than shown. */
export function aboutMovementOf(account: Address, token: Token, delta: bigint): Movement {
  return { ...movementOf(account, token, delta), least: delta - delta / TOLERANCE - 1n };
}

import type { Token } from "@/lib/vault/Token";
import { grouped, type SignStyle, signOf } from "./numberText";

type TokenUnit = Pick<Token, "symbol" | "decimals">;

/** Tokens of this many decimals or fewer are dollars on this chain: two decimals. Others: up to six significant digits. */
export const DOLLAR_DECIMALS = 6;
const SIGNIFICANT_DIGITS = 6;
const LEAST_DECIMALS = 2;

/** An amount with its symbol: `10,000.00 USDC`, `32.00 WETH`. Cut, never rounded up; an amount too small for its decimals is shown whole. */
export function formatToken(amount: bigint, token: TokenUnit): string {
  return `${formatAmount(amount, token.decimals)} ${token.symbol}`;
}

/** The same as a gain or a payment, with its sign. */
export function formatSignedToken(amount: bigint, token: TokenUnit): string {
  return `${signed(amount, cutText(amount, token.decimals), "result")} ${token.symbol}`;
}

/** The amount alone, for columns with the unit in the head. */
export function formatAmount(amount: bigint, decimals: number): string {
  return signed(amount, cutText(amount, decimals), "level");
}

/** Every digit of an amount with its symbol, at least two decimals: what a preview of a call must show. */
export function formatTokenExact(amount: bigint, token: TokenUnit): string {
  const { whole, fraction } = parts(amount, token.decimals);
  return `${signed(amount, joined(whole, atLeastTwo(fraction)), "level")} ${token.symbol}`;
}

/** Every digit of an amount as an input field takes it back: `1234.5`, no grouping. */
export function formatAmountInput(amount: bigint, decimals: number): string {
  const { whole, fraction } = parts(amount, decimals);
  const significant = fraction.replace(/0+$/, "");
  return significant === "" ? whole : `${whole}.${significant}`;
}

/** Every digit of an amount as a file for a program has it: `-1234.5`, no grouping, no symbol; a plain minus where it is negative. */
export function exactDecimal(amount: bigint, decimals: number): string {
  return `${amount < 0n ? "-" : ""}${formatAmountInput(amount, decimals)}`;
}

function cutText(amount: bigint, decimals: number): string {
  const { whole, fraction } = parts(amount, decimals);
  const kept = fraction.slice(0, decimalsShown(whole, fraction, decimals));
  const isLost = whole === "0" && !/[1-9]/.test(kept) && /[1-9]/.test(fraction);
  return joined(whole, isLost ? fraction.replace(/0+$/, "") : atLeastTwo(kept));
}

function decimalsShown(whole: string, fraction: string, decimals: number): number {
  if (decimals <= DOLLAR_DECIMALS) return LEAST_DECIMALS;
  const leadingZeros = whole === "0" ? (/^0*/.exec(fraction)?.[0].length ?? 0) : -whole.length;
  return Math.max(LEAST_DECIMALS, leadingZeros + SIGNIFICANT_DIGITS);
}

function parts(amount: bigint, decimals: number): { readonly whole: string; readonly fraction: string } {
  const digits = (amount < 0n ? -amount : amount).toString().padStart(decimals + 1, "0");
  const cut = digits.length - decimals;
  return { whole: digits.slice(0, cut), fraction: digits.slice(cut) };
}

function atLeastTwo(fraction: string): string {
  return fraction.replace(/0+$/, "").padEnd(LEAST_DECIMALS, "0");
}

function joined(whole: string, fraction: string): string {
  return fraction === "" ? grouped(whole) : `${grouped(whole)}.${fraction}`;
}

function signed(amount: bigint, text: string, style: SignStyle): string {
  return `${signOf(amount, text, style)}${text}`;
}

import { parseTokenAmount } from "@/lib/units/parseTokenAmount";
import type { Vault } from "@/lib/vault/Vault";
import type { WeightTexts } from "./weights";

type Query = { readonly get: (name: string) => string | null };

/** What an address asks to split: weights in percent by vault, and an amount as typed. */
export type SplitQuery = { readonly weights: ReadonlyMap<string, string>; readonly amount: string };

const PART = /^(0x[0-9a-fA-F]{40}):(\d{1,3}(?:\.\d{1,2})?)$/;
const LONGEST = 600;
/** Finer than any token, so that only what is no amount at all is left out. */
const MOST_DECIMALS = 18;

/** Reads `?split=0x…:60,0x…:40&amount=1000`; what is wrong asks for nothing. */
export function parseSplitQuery(query: Query): SplitQuery {
  const text = (query.get("split") ?? "").slice(0, LONGEST);
  const parts = text.split(",").map((part) => PART.exec(part));
  const isWhole = parts.every((part) => part !== null);
  const weights = new Map(
    parts.flatMap((part) => (part && isWhole ? [[(part[1] ?? "").toLowerCase(), part[2] ?? ""]] : [])),
  );
  const amount = query.get("amount") ?? "";
  return { weights, amount: parseTokenAmount(amount, MOST_DECIMALS).ok ? amount : "" };
}

/** The weights that are asked for in the order of the vaults, 0 for the others; null where one of them is not here. */
export function askedWeights(vaults: readonly Vault[], { weights }: SplitQuery): WeightTexts | null {
  const here = vaults.filter(({ address }) => weights.has(address.toLowerCase()));
  if (weights.size === 0 || here.length !== weights.size) return null;
  return vaults.map(({ address }) => weights.get(address.toLowerCase()) ?? "0");
}

/** The address of a split, its weights in whole percent that add up. */
export function splitHref(vaults: readonly Vault[], weights: readonly number[], amount: string): string {
  const whole = weights.map((weight) => Math.round(weight * 100));
  const rest = 100 - whole.slice(0, -1).reduce((sum, weight) => sum + weight, 0);
  const parts = vaults.map(
    ({ address }, index) => `${address}:${index === vaults.length - 1 ? rest : (whole[index] ?? 0)}`,
  );
  return `/choose?split=${parts.join(",")}${amount === "" ? "" : `&amount=${amount}`}`;
}

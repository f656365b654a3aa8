import { formatToken } from "@/lib/format/formatToken";
import type { Position } from "@/lib/vault/Position";
import { positionValue } from "@/lib/vault/positionValue";
import type { Token } from "@/lib/vault/Token";
import type { Vault } from "@/lib/vault/Vault";

const COIN = { symbol: "ETH", decimals: 18 } as const;

/** What an account has, in words: the chain's coins, and its vaults with their value in each asset. */
export type AccountFigures = { readonly coins: string; readonly vaults: string };

type Held = { readonly wei: bigint; readonly positions: readonly Position[] };

/** Sums shares and open requests by asset, shares at the price of the last settlement. */
export function accountFigures({ wei, positions }: Held, vaults: readonly Vault[]): AccountFigures {
  const sums = new Map<string, { readonly asset: Token; readonly amount: bigint }>();
  let count = 0;
  for (const vault of vaults) {
    const position = positions.find((one) => one.vault.toLowerCase() === vault.address.toLowerCase());
    const value = position === undefined ? null : positionValue(position, vault);
    if (value === null || value.isEmpty) continue;
    count += 1;
    const { asset } = vault;
    sums.set(asset.address, { asset, amount: (sums.get(asset.address)?.amount ?? 0n) + value.totalAssets });
  }
  const amounts = [...sums.values()].map(({ asset, amount }) => formatToken(amount, asset)).join(" and ");
  const vaultsText = count === 0 ? "in no vault" : `${amounts} in ${count} ${count === 1 ? "vault" : "vaults"}`;
  return { coins: formatToken(wei, COIN), vaults: vaultsText };
}

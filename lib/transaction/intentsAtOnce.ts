import { mulDiv, powerOfTen, type Rounding } from "@/lib/units/rounding";
import { type Shares, shares } from "@/lib/units/Shares";
import type { TokenAmount } from "@/lib/units/TokenAmount";
import { WAD } from "@/lib/units/Wad";
import type { YieldPosition, YieldVault } from "@/lib/vault/YieldVault";
import type { IntentAtOnce, YieldVaultName } from "./Intent";

/** To put assets into a vault of another protocol. Null where its shares are worth nothing. */
export function depositAtOnce(
  vault: YieldVault,
  assets: TokenAmount,
): Extract<IntentAtOnce, { kind: "depositAtOnce" }> | null {
  if (vault.sharePrice <= 0n) return null;
  const { asset, share } = vault;
  const bought = sharesOf(vault, assets, "down");
  return { kind: "depositAtOnce", vault: nameOf(vault), asset, assets, share, shares: bought };
}

/**
 * To take assets out of a vault of another protocol, or everything that the account has there: then it is the shares that are named.
 * Where the vault cannot pay everything now it is what it can. Null where that is nothing.
 */
export function redeemAtOnce(
  vault: YieldVault,
  position: YieldPosition,
  wanted: TokenAmount | "everything",
): Extract<IntentAtOnce, { kind: "redeemAtOnce" }> | null {
  const { asset, share } = vault;
  const named = { kind: "redeemAtOnce", vault: nameOf(vault), asset, share } as const;
  const isAll = wanted === "everything" && position.maxRedeem >= position.shares;
  if (isAll) {
    return position.shares === 0n ? null : { ...named, shares: position.shares, assets: position.assets, isAll };
  }
  const assets = wanted === "everything" || wanted > position.maxWithdraw ? position.maxWithdraw : wanted;
  if (assets <= 0n || vault.sharePrice <= 0n) return null;
  return { ...named, shares: atMost(position.shares, sharesOf(vault, assets, "up")), assets, isAll };
}

function atMost(most: Shares, wanted: Shares): Shares {
  return wanted < most ? wanted : most;
}

function nameOf({ address, name, protocol, entrance }: YieldVault): YieldVaultName {
  return { address, name, protocol, entrance };
}

/** Shares for assets at the vault's price of now. */
function sharesOf({ asset, share, sharePrice }: YieldVault, assets: TokenAmount, rounding: Rounding): Shares {
  const a = assets * powerOfTen(share.decimals);
  return shares(mulDiv({ a, b: WAD, denominator: sharePrice * powerOfTen(asset.decimals) }, rounding));
}

import type { Shares } from "@/lib/units/Shares";
import type { TokenAmount } from "@/lib/units/TokenAmount";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import type { Wad } from "@/lib/units/Wad";
import type { Address, Token } from "./Token";

/** The standard or protocol that a vault of somebody else's follows. */
export type YieldProtocol = "erc4626" | "aave";

/**
 * A vault of another protocol, as of one block: shares are bought and given back at once, nothing waits for an epoch, and no
 * options are in it. An ERC-4626 vault, or one asset of a lending pool, whose share is then the pool's token for it.
 * Whatever it says of itself is its own word; text is cleaned.
 */
export type YieldVault = {
  readonly chainId: number;
  readonly protocol: YieldProtocol;
  /** Its share token, which tells it from all others: of an ERC-4626 vault the vault itself. */
  readonly address: Address;
  /** The contract that deposits go to and that pays back: the vault, or the pool. */
  readonly entrance: Address;
  readonly blockNumber: bigint;
  readonly blockTimestamp: UnixSeconds;
  readonly name: string;
  readonly share: Token;
  readonly asset: Token;
  readonly totalAssets: TokenAmount;
  readonly totalShares: Shares;
  /** 1e18 is one whole asset for one whole share, now; it grows from second to second. */
  readonly sharePrice: Wad;
  /** What can be taken out at once by all together; null where the contract does not say. */
  readonly liquidity: TokenAmount | null;
  /** What it pays now for a year, before compounding, 1e18 for 100 %; null where the contract does not say. */
  readonly yearlyRate: Wad | null;
  /** The registry names the asset, so that it may be approved: without that the vault can only be looked at and left. */
  readonly isEnterable: boolean;
};

/** An address in a vault of another protocol, as of the vault's block. */
export type YieldPosition = {
  /** The vault's `address`. */
  readonly vault: Address;
  readonly owner: Address;
  readonly shares: Shares;
  /** What the shares are worth now, rounded down, by the contract's own word. */
  readonly assets: TokenAmount;
  /** What the contract takes from and pays to the owner at once. Very large where it knows no bound. */
  readonly maxDeposit: TokenAmount;
  readonly maxWithdraw: TokenAmount;
  readonly maxRedeem: Shares;
  readonly walletAssets: TokenAmount;
  /** The wallet's allowance to the entrance. */
  readonly assetAllowance: TokenAmount;
};

import type { Bps } from "@/lib/units/Bps";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import type { Address } from "./Token";
import type { VaultTerms } from "./Vault";

/** Who may do what in the timelock, from its events. Anyone may execute where nobody is named for it. */
export type TimelockRoles = {
  readonly proposers: readonly Address[];
  readonly cancellers: readonly Address[];
  readonly executors: readonly Address[] | "anyone";
  /** May change these roles without a delay; empty when the timelock alone may, by its own delay. */
  readonly admins: readonly Address[];
};

/** A contract's owner, and who was offered to be it; null when nobody was. */
export type Ownership = { readonly owner: Address; readonly pendingOwner: Address | null };

/** What all vaults hang on, as of one block. */
export type SharedControls = {
  readonly blockNumber: bigint;
  readonly blockTimestamp: UnixSeconds;
  readonly timelock: Address;
  readonly delaySeconds: number;
  readonly roles: TimelockRoles;
  readonly oracle: Address;
  readonly oracleOwnership: Ownership;
  /** Seconds after an expiry from which the second feed, and then the last round before it, may settle it. */
  readonly secondFeedWaitSeconds: number;
  readonly lastRoundWaitSeconds: number;
};

/** What one vault hangs on besides. Durations are seconds. */
export type VaultControls = {
  readonly vault: Address;
  readonly policyOwnership: Ownership;
  readonly feeRecipient: Address;
  readonly clearWindowSeconds: number;
  /** What the policy says for the next opening; an open epoch keeps its own copy. */
  readonly nextTerms: VaultTerms;
  /** No terms can go beyond these: they are constants of the policy. */
  readonly highestManagementFee: Bps;
  readonly highestPerformanceFee: Bps;
  readonly longestTenorSeconds: number;
  readonly longestOpenWindowSeconds: number;
  /** Fixed for the open epoch's expiry, whatever is configured since; null while none is fixed. */
  readonly expiryFeeds: {
    readonly first: Address;
    readonly second: Address | null;
    readonly maxDelaySeconds: number;
  } | null;
  /** All assets were lost: no deposits ever again. */
  readonly isDead: boolean;
};

/** Who may change what, everywhere. */
export type Controls = { readonly shared: SharedControls; readonly vaults: readonly VaultControls[] };

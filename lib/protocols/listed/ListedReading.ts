import type { PinnedReader } from "@/lib/chain/pinnedReader";
import type { PinnedBlock } from "@/lib/chain/takeSnapshot";
import type { ListedVault } from "@/lib/config/VaultRegistry";
import type { Loan } from "@/lib/vault/Loan";
import type { Address } from "@/lib/vault/Token";
import type { YieldPosition, YieldVault } from "@/lib/vault/YieldVault";

/** What a protocol reads an entry of the registry with: a reader of one block, for this entry alone. */
export type ListedReading = {
  readonly chainId: number;
  readonly entry: ListedVault;
  readonly block: PinnedBlock;
  readonly reader: PinnedReader;
  /** Whose positions and loan are wanted; null: nobody's. */
  readonly account: Address | null;
};

/** What an entry of the registry comes to: its vaults, what the account has in them (empty positions too), and its loan. */
export type ListedAnswer = {
  readonly vaults: readonly YieldVault[];
  readonly positions: readonly YieldPosition[];
  /** Null where nothing is pledged and nothing owed, and where the protocol has no loans. */
  readonly loan: Loan | null;
};

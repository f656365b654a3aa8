import type { ListedVaultRow } from "@/components/listed/listedVaults";
import { PROTOCOL_NAME } from "@/components/listed/yieldTexts";
import { formatToken } from "@/lib/format/formatToken";
import { redeemAtOnce } from "@/lib/transaction/intentsAtOnce";
import type { ExitAction, ExitVault } from "./exitRows";

/** What an address holds in vaults of other protocols, and how it leaves each at once; vaults without anything are left out. */
export function otherExits(rows: readonly ListedVaultRow[]): readonly ExitVault[] {
  return rows.flatMap((row) => {
    const { vault, position } = row;
    if (position === undefined || position.shares === 0n) return [];
    const worth = `${formatToken(position.shares, vault.share)}, worth ${formatToken(position.assets, vault.asset)} now`;
    const protocol = PROTOCOL_NAME[vault.protocol];
    const state = `${protocol}, another protocol’s contract: what is taken out is paid at once. Held: ${worth}.`;
    return [{ address: vault.address, vault: null, title: vault.name, state, actions: leaving(row, worth) }];
  });
}

/** Everything at once, or what can be paid now; nothing where that is nothing. */
function leaving({ vault, position }: ListedVaultRow, worth: string): readonly ExitAction[] {
  const intent = position ? redeemAtOnce(vault, position, "everything") : null;
  if (intent === null) return [];
  return [
    {
      key: `${vault.address} shares`,
      isReady: true,
      title: "Shares in the wallet",
      text: intent.isAll ? worth : `${worth}; ${formatToken(intent.assets, vault.asset)} can be taken out now`,
      when: "carried out at once",
      verb: intent.isAll ? "Withdraw all" : "Withdraw what can be paid",
      intent,
      isForAll: false,
    },
  ];
}

import { parseEventLogs } from "viem";
import { strategyVaultAbi } from "@/contracts-abi/StrategyVault";
import type { SimulatedLog } from "@/lib/chain/transferMovements";
import type { BookedRequest } from "@/lib/transaction/effectDifferences";
import type { Address } from "@/lib/vault/Token";

/** What the logs of a transaction say that these vaults booked as requests of the account: of assets to come in, or of shares to go out. */
export function requestsIn(
  logs: readonly SimulatedLog[],
  { account, vaults }: { readonly account: Address; readonly vaults: readonly Address[] },
): readonly BookedRequest[] {
  const known = new Set(vaults.map((vault) => vault.toLowerCase()));
  const own = logs.filter(({ address }) => known.has(address.toLowerCase()));
  const events = parseEventLogs({
    abi: strategyVaultAbi,
    eventName: ["DepositRequest", "RedeemRequest"],
    logs: own as Parameters<typeof parseEventLogs>[0]["logs"],
  });
  return events.flatMap(({ address, eventName, args }): readonly BookedRequest[] => {
    if (args.controller.toLowerCase() !== account.toLowerCase()) return [];
    return eventName === "DepositRequest"
      ? [{ kind: "deposit", vault: address, amount: args.assets }]
      : [{ kind: "redeem", vault: address, amount: args.shares }];
  });
}

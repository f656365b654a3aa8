import { parseEventLogs } from "viem";
import { strategyRouterAbi } from "@/contracts-abi/StrategyRouter";
import { strategyVaultAbi } from "@/contracts-abi/StrategyVault";
import type { SimulatedLog } from "@/lib/chain/transferMovements";
import { isSameAddress } from "@/lib/transaction/checkCall";
import type { SettledRequest, StoredSplit } from "@/lib/transaction/effectDifferences";
import type { Address } from "@/lib/vault/Token";

type Logs = Parameters<typeof parseEventLogs>[0]["logs"];

/** What the logs of a transaction say that these vaults did with requests of the account: paid out, gave shares for, cancelled or returned. */
export function settledIn(
  logs: readonly SimulatedLog[],
  { account, vaults }: { readonly account: Address; readonly vaults: readonly Address[] },
): readonly SettledRequest[] {
  const own = logs.filter(({ address }) => vaults.some((vault) => isSameAddress(vault, address)));
  return eventsOf(own).flatMap((event): readonly SettledRequest[] => {
    const { controller, receiver } = partiesOf(event);
    return isSameAddress(controller, account) ? [{ vault: event.address, receiver }] : [];
  });
}

function eventsOf(logs: readonly SimulatedLog[]) {
  return parseEventLogs({
    abi: strategyVaultAbi,
    eventName: [
      "Withdraw",
      "Deposit",
      "CancelDepositRequest",
      "CancelDepositClaim",
      "CancelRedeemRequest",
      "CancelRedeemClaim",
    ],
    logs: logs as Logs,
  });
}

/** A vault's Deposit names the controller where ERC-4626 has the sender. */
function partiesOf(event: ReturnType<typeof eventsOf>[number]): {
  readonly controller: Address;
  readonly receiver: Address | null;
} {
  switch (event.eventName) {
    case "Withdraw":
      return { controller: event.args.owner, receiver: event.args.receiver };
    case "Deposit":
      return { controller: event.args.sender, receiver: event.args.owner };
    case "CancelDepositClaim":
    case "CancelRedeemClaim":
      return { controller: event.args.controller, receiver: event.args.receiver };
    case "CancelDepositRequest":
    case "CancelRedeemRequest":
      return { controller: event.args.controller, receiver: null };
  }
}

/** What the logs say that the router stored as the account's splits, in order. */
export function storedIn(
  logs: readonly SimulatedLog[],
  { account, router }: { readonly account: Address; readonly router: Address },
): readonly StoredSplit[] {
  const events = parseEventLogs({
    abi: strategyRouterAbi,
    eventName: "AllocationStored",
    logs: logs.filter(({ address }) => isSameAddress(address, router)) as Logs,
  });
  return events
    .filter(({ args }) => isSameAddress(args.user, account))
    .map(({ args: { asset, allocations } }) => ({
      asset,
      parts: allocations.map(({ vault, weightBps }) => ({ vault, weight: BigInt(weightBps) })),
    }));
}

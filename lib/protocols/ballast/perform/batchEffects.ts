import { type BatchReceipt, readAccountChanges } from "@/lib/chain/batch/readBatchReceipt";
import { readGranted, takenBackIn } from "@/lib/chain/batch/readGranted";
import type { ChainClient } from "@/lib/chain/createChainClient";
import { transferMovements } from "@/lib/chain/transferMovements";
import type { Deployment } from "@/lib/config/Deployment";
import type { Effects } from "@/lib/transaction/effectDifferences";
import type { TransactionPlan } from "@/lib/transaction/TransactionPlan";
import { requestsIn } from "../read/requestsIn";
import { settledIn, storedIn } from "../read/settledIn";

/** What the transactions of a batch did to the account, by the configured nodes alone. */
export async function batchEffects(
  client: ChainClient,
  receipts: readonly BatchReceipt[],
  {
    plan,
    deployment,
    isAtomic,
  }: { readonly plan: TransactionPlan; readonly deployment: Deployment; readonly isAtomic: boolean },
): Promise<Effects> {
  const { account } = plan;
  const vaults = deployment.vaults.map(({ address }) => address);
  const planned = plan.steps.flatMap((step) =>
    step.kind === "approve" ? [{ ...step, token: step.token.address }] : [],
  );
  const logs = receipts.flatMap((receipt) => receipt.logs);
  let newest = 0n;
  for (const { blockNumber } of receipts) if (blockNumber > newest) newest = blockNumber;
  const changes = await Promise.all(receipts.map((receipt) => readAccountChanges(client, account, receipt)));
  const spent = changes.flatMap(({ coinsSpent }) => coinsSpent ?? []);
  return {
    movements: transferMovements(logs),
    granted: await readGranted(client, { account, logs, blockNumber: newest, planned }),
    takenBack: takenBackIn({ account, logs }),
    requests: requestsIn(logs, { account, vaults }),
    settled: settledIn(logs, { account, vaults }),
    stored: storedIn(logs, { account, router: deployment.addresses.strategyRouter }),
    coinsSpent: spent.length === 0 ? null : spent.reduce((sum, coins) => sum + coins, 0n),
    isDelegated: changes.some((change) => change.isDelegated),
    isAtomic: isAtomic && receipts.length === 1,
  };
}

import { Icon } from "@/components/ui/Icon";
import { type KeyValue, KeyValueList } from "@/components/ui/KeyValueList";
import { formatAddress } from "@/lib/format/formatAddress";
import { formatSignedToken, formatToken } from "@/lib/format/formatToken";
import { grouped } from "@/lib/format/numberText";
import type { Intent } from "@/lib/transaction/Intent";
import type { Movement } from "@/lib/transaction/Movement";
import type { TransactionPlan } from "@/lib/transaction/TransactionPlan";
import type { TransactionState } from "@/lib/transaction/TransactionState";
import { vaultName } from "./addressBook";
import { feeItems } from "./feeItems";
import { ReviewWitnesses } from "./ReviewWitnesses";
import { simulationVerdict } from "./simulationVerdict";

/** What moves, what it costs, and what the simulation found: seen at once when the review opens. */
export function ReviewOutcome({ state, plan }: { readonly state: TransactionState; readonly plan: TransactionPlan }) {
  return (
    <div className="grid gap-3">
      <KeyValueList small items={[...movementItems(plan), ...allowanceItems(plan), ...feeItems(state, plan)]} />
      <Verdict state={state} plan={plan} />
      <ReviewWitnesses state={state} plan={plan} />
    </div>
  );
}

function Verdict({ state, plan }: { readonly state: TransactionState; readonly plan: TransactionPlan }) {
  const block = grouped(plan.blockNumber.toString());
  switch (simulationVerdict(state)) {
    case "running":
      return (
        <p className="flex items-center gap-2 text-13 text-ink-2" role="status">
          <Icon name="spinner" /> Simulating at block {block}
        </p>
      );
    case "notCompared":
      return (
        <p className="flex items-center gap-2 text-13 text-warning" role="status">
          <Icon name="warning" /> The node could not simulate this; token movements were not compared
        </p>
      );
    case "agrees":
      return (
        <p className="flex items-center gap-2 text-13 text-profit" role="status">
          <Icon name="check" /> Simulated at block {block}: succeeds, and moves what is shown
        </p>
      );
    case null:
      return null;
  }
}

function movementItems({ expectedMovements, account, intent }: TransactionPlan): readonly KeyValue[] {
  if (expectedMovements.length === 0) return [{ key: "Tokens moved", value: "none" }];
  return expectedMovements.map((movement) => ({
    key: movementLabel(movement, account, intent),
    value: formatSignedToken(movement.delta, movement),
  }));
}

function movementLabel({ account: holder, delta, symbol }: Movement, account: string, intent: Intent): string {
  const isOwn = holder.toLowerCase() === account.toLowerCase();
  const whose = isOwn ? "your wallet" : (vaultName(intent, holder) ?? formatAddress(holder));
  return `${delta < 0n ? "Leaves" : "Reaches"} ${whose}, ${symbol}`;
}

function allowanceItems({ allowanceLeft }: TransactionPlan): readonly KeyValue[] {
  return allowanceLeft.map(({ token, amount }) => ({
    key: `Allowance left afterwards, ${token.symbol}`,
    value: amount === 0n ? "none" : formatToken(amount, token),
  }));
}

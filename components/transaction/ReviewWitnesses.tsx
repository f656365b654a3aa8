import { Icon } from "@/components/ui/Icon";
import { describeObjection } from "@/lib/format/describeNodes";
import type { TransactionPlan } from "@/lib/transaction/TransactionPlan";
import type { TransactionState } from "@/lib/transaction/TransactionState";
import type { Witnesses } from "@/lib/transaction/Witnesses";
import { witnessesOf } from "./witnessesOf";

type Props = { readonly state: TransactionState; readonly plan: TransactionPlan };

/** Which nodes say what the review shows: one alone, or how many of how many, and who says otherwise. */
export function ReviewWitnesses({ state, plan }: Props) {
  const witnesses = witnessesOf(state, plan);
  if (witnesses === null) return null;
  return (
    <div className="grid gap-1 text-12 text-ink-2">
      <p>{agreedText(witnesses)}</p>
      {witnesses.others.map((objection) => (
        <p key={`${objection.host} ${objection.subject}`} className="flex items-center gap-1.5 text-warning">
          <Icon name="warning" small /> {describeObjection(objection)}
        </p>
      ))}
    </div>
  );
}

function agreedText({ configured, agreed }: Witnesses): string {
  if (configured === 1) return `One RPC node alone says so: ${agreed.join("")}.`;
  return `${agreed.length} of ${configured} RPC nodes say the same: ${agreed.join(", ")}.`;
}

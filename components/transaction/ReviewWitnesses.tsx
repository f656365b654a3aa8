import type { TransactionPlan } from "@/lib/transaction/TransactionPlan";
import type { TransactionState } from "@/lib/transaction/TransactionState";
import { WitnessList } from "./WitnessList";
import { witnessesOf } from "./witnessesOf";

type Props = { readonly state: TransactionState; readonly plan: TransactionPlan };

/** Which nodes say what the review shows. */
export function ReviewWitnesses({ state, plan }: Props) {
  const witnesses = witnessesOf(state, plan);
  return witnesses === null ? null : <WitnessList witnesses={witnesses} />;
}

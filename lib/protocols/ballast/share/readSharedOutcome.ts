import type { ChainSource } from "@/lib/chain/ChainSource";
import { contractRead, orNull } from "@/lib/chain/ContractRead";
import { isContract } from "@/lib/chain/isContract";
import { quorumSource } from "@/lib/chain/quorum/quorumSource";
import { simulateByQuorum } from "@/lib/chain/quorum/simulateByQuorum";
import type { SharedPlan } from "@/lib/transaction/SharedPlan";
import type { SharedOutcome } from "@/lib/transaction/SharedReview";
import { readKnownCode } from "../read/readKnownCode";
import { timelockAbi } from "../read/timelockAbi";

/** Tries the calls in order from the plan's account, at one block, by a majority of this page's own nodes; nothing is sent. Throws what the nodes failed with. */
export async function readSharedOutcome(
  source: ChainSource,
  { account, calls }: Pick<SharedPlan, "account" | "calls">,
): Promise<SharedOutcome> {
  const witnessed = await quorumSource(source);
  const minDelay = orNull(contractRead({ address: account, abi: timelockAbi, functionName: "getMinDelay" }));
  const { block, values } = await witnessed.reader.read({ minDelay });
  const code = await readKnownCode(witnessed);
  const simulation = await simulateByQuorum(witnessed, { account, calls });
  return {
    blockNumber: block.number,
    blockTimestamp: block.timestamp,
    simulation,
    differentCode: code.filter(({ isAsPublished }) => !isAsPublished).map(({ address }) => address),
    timelockDelay: values.minDelay,
    isContract: await isContract(witnessed.client, account),
    witnesses: witnessed.quorum.witnesses,
  };
}

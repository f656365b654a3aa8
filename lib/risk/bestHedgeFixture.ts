import { type BestHedge, type BestHedgeInput, bestOf, hedgePairs, leastShortfall } from "./bestHedge";

/** A whole search in one go: vaults alone, then pairs. */
export function bestHedge({ candidates, ...asked }: BestHedgeInput): BestHedge {
  const { before } = leastShortfall({ ...asked, mix: [] });
  const alone = candidates.map((candidate) => leastShortfall({ ...asked, mix: [candidate] }));
  const pairs = hedgePairs(candidates, alone).map((mix) => leastShortfall({ ...asked, mix }));
  return bestOf([...alone, ...pairs], before);
}

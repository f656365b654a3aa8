import { type BestHedge, type BestHedgeInput, bestOf, leastShortfall } from "./bestHedge";

/** A whole search in one go. */
export function bestHedge({ candidates, ...asked }: BestHedgeInput): BestHedge {
  const { before } = leastShortfall({ ...asked, candidate: null });
  return bestOf(
    candidates.map((candidate) => leastShortfall({ ...asked, candidate })),
    before,
  );
}

import { describeObstacle } from "@/lib/format/describeObstacle";
import type { ChainName } from "@/lib/format/errorMessage";
import type { Obstacle } from "@/lib/transaction/Obstacle";

/** The sentence under the amount: only for what the amount itself has wrong, and never for an empty field. */
export function fieldError(obstacle: Obstacle | null, chainName: ChainName): string | undefined {
  switch (obstacle?.kind) {
    case "noAmount":
      return obstacle.reason === "empty" ? undefined : describeObstacle(obstacle, chainName).sentence;
    case "overBalance":
    case "overCap":
    case "overPayable":
    case "belowMinimum":
    case "noFeeCoin":
      return describeObstacle(obstacle, chainName).sentence;
    default:
      return undefined;
  }
}

/** What keeps the form shut whatever is typed, as a sentence above the button. */
export function closedNote(obstacle: Obstacle | null, chainName: ChainName): string | undefined {
  const isClosed = ["depositsPaused", "deadVault", "notEnterable", "stalePrice"].includes(obstacle?.kind ?? "");
  return obstacle && isClosed ? describeObstacle(obstacle, chainName).sentence : undefined;
}

import type { Obstacle } from "@/lib/transaction/Obstacle";
import { amountReasonSentence } from "./amountReasonSentence";
import type { ChainName } from "./errorMessage";
import { formatDuration } from "./formatTimeLeft";
import { formatToken, formatTokenExact } from "./formatToken";

const COIN = { symbol: "ETH", decimals: 18 };

/** An obstacle on the button itself (short), and below it as a sentence. */
export type ObstacleText = { readonly button: string; readonly sentence: string };

/** The obstacle and its number, in words. An excess is shown whole, so that a last missing unit is not shown as nothing. */
export function describeObstacle(obstacle: Obstacle, chainName: ChainName): ObstacleText {
  switch (obstacle.kind) {
    case "notConnected":
      return { button: "Connect wallet", sentence: "Connect a wallet to go on. You can read everything without one." };
    case "wrongNetwork":
      return {
        button: `Switch to ${chainName(obstacle.needed)}`,
        sentence: `Your wallet is on ${chainName(obstacle.found)}; this is on ${chainName(obstacle.needed)}.`,
      };
    case "deadVault":
      return {
        button: "Vault is closed",
        sentence: `${obstacle.vaultName} lost all it held and takes no deposits again.`,
      };
    case "depositsPaused":
      return {
        button: "Deposits are paused",
        sentence: `${obstacle.vaultName} takes no new deposits now. Withdrawals and claims work as always.`,
      };
    case "notEnterable":
      return {
        button: "No deposits here",
        sentence: `${obstacle.vaultName} takes no deposits from here now. What is in it can be taken out.`,
      };
    case "nothingHeld":
      return { button: "Nothing to withdraw", sentence: `You have nothing in ${obstacle.vaultName}.` };
    case "stalePrice": {
      const age = formatDuration(obstacle.ageSeconds);
      return {
        button: `Price is ${age} old`,
        sentence: `The price feed last updated ${age} ago. Deposits wait until it updates.`,
      };
    }
    case "noAmount": {
      const sentence = amountReasonSentence(obstacle.reason, obstacle.token);
      return {
        button:
          obstacle.reason === "empty" || obstacle.reason === "zero" ? "Enter an amount" : "Amount is not a number",
        sentence,
      };
    }
    default:
      return describeAmountObstacle(obstacle);
  }
}

type AmountObstacle = Extract<
  Obstacle,
  { kind: "overBalance" | "belowMinimum" | "overCap" | "overPayable" | "noFeeCoin" }
>;

function describeAmountObstacle(obstacle: AmountObstacle): ObstacleText {
  switch (obstacle.kind) {
    case "overBalance":
      return {
        button: `${formatTokenExact(obstacle.by, obstacle.token)} too much`,
        sentence: `You have ${formatToken(obstacle.balance, obstacle.token)}.`,
      };
    case "belowMinimum": {
      const minimum = formatTokenExact(obstacle.minimum, obstacle.token);
      return { button: `Minimum is ${minimum}`, sentence: `${obstacle.vaultName} takes ${minimum} or more at once.` };
    }
    case "overCap": {
      const room = formatToken(obstacle.room, obstacle.token);
      return obstacle.room === 0n
        ? {
            button: "Vault is full",
            sentence: `${obstacle.vaultName} has reached its cap. Room opens when others leave.`,
          }
        : {
            button: `Room for ${room}`,
            sentence: `${obstacle.vaultName} takes ${room} more until it reaches its cap.`,
          };
    }
    case "overPayable": {
      const most = formatToken(obstacle.most, obstacle.token);
      const why = obstacle.isPledged ? "the rest secures what you owe there" : "it has no more at hand";
      return {
        button: obstacle.most === 0n ? "Nothing can be taken out now" : `Most is ${most}`,
        sentence: `${obstacle.vaultName} pays out ${most} of yours now: ${why}.`,
      };
    }
    case "noFeeCoin": {
      const missing = formatToken(obstacle.missingWei, COIN);
      return {
        button: `${missing} missing for fees`,
        sentence: `The network fee needs ${missing} more than you have.`,
      };
    }
  }
}

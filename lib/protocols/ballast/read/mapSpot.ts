import { GarbledAnswerError } from "@/lib/errors/chainErrors";
import { price8 } from "@/lib/units/Price8";
import { unixSeconds } from "@/lib/units/UnixSeconds";
import type { Spot } from "@/lib/vault/Vault";
import type { VaultValues } from "./vaultReads";

const PRICE_DECIMALS = 8;

/**
 * The feed's latest round → 8 decimals, rounded down. The same conditions as in SettlementOracle: positive, complete,
 * not empty. How old it may be is the oracle's bound; whether it is too old is the screen's to say, with the age.
 */
export function mapSpot(values: Pick<VaultValues, "round" | "feeds" | "feedDecimals">): Spot {
  const [roundId, answer, , updatedAt, answeredInRound] = values.round;
  if (answer <= 0n || updatedAt === 0n || answeredInRound < roundId) throw new GarbledAnswerError("latestRoundData");
  return {
    price: price8(rescaled(answer, values.feedDecimals)),
    updatedAt: unixSeconds(updatedAt),
    feed: values.feeds.feed,
    maxAgeSeconds: values.feeds.maxAge,
  };
}

function rescaled(answer: bigint, decimals: number): bigint {
  if (decimals <= PRICE_DECIMALS) return answer * 10n ** BigInt(PRICE_DECIMALS - decimals);
  return answer / 10n ** BigInt(decimals - PRICE_DECIMALS);
}

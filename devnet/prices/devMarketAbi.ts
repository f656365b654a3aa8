import { parseAbi } from "viem";

/** What the local chain's price feeder calls, and what says under which variances prices move. */
export const devMarketAbi = parseAbi([
  "struct Rounds { address feed; int192[] answers; uint64[] updatedAts; }",
  "function post(Rounds[] rounds, uint256[] variances)",
  "function variances() view returns (uint256[])",
]);

/** What is read of a feed's newest round. */
export const devFeedAbi = parseAbi([
  "function latestRoundData() view returns (uint80 roundId, int256 answer, uint256 startedAt, uint256 updatedAt, uint80 answeredInRound)",
]);

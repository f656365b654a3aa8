import { parseAbi } from "viem";

/** What the local chain's price feeder reads and calls. */
export const devFeedAbi = parseAbi([
  "function post(int192[] answers, uint64[] updatedAts)",
  "function latestRoundData() view returns (uint80 roundId, int256 answer, uint256 startedAt, uint256 updatedAt, uint80 answeredInRound)",
]);

// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @notice One round of a feed.
struct FeedRound {
    int256 answer;
    uint256 startedAt;
    uint256 updatedAt;
    uint80 answeredInRound;
}

/// @title TestFeed
/// @notice A Chainlink-shaped proxy with phases: the id of a round is its phase in the upper 16 bits and its number in the lower 64.
/// A missing round answers zeros or reverts, as old and new aggregators do.
contract TestFeed {
    error TestFeed_NoRound(uint80 roundId);

    uint8 public decimals;
    string public description = "test feed";
    uint256 public version = 4;
    uint16 public phaseId = 1;
    uint80 public latestRoundId;
    bool public revertsOnMissing;
    bool public down;

    mapping(uint80 roundId => FeedRound round) private rounds;

    constructor(uint8 decimals_) {
        decimals = decimals_;
    }

    function setDecimals(uint8 decimals_) external {
        decimals = decimals_;
    }

    function setRevertsOnMissing(bool answer) external {
        revertsOnMissing = answer;
    }

    function setDown(bool answer) external {
        down = answer;
    }

    /// @notice Starts the next phase; its rounds count from 1 again.
    function startPhase() external {
        phaseId += 1;
        latestRoundId = uint80(phaseId) << 64;
    }

    /// @notice Adds the next round of the current phase.
    function push(int256 answer, uint256 updatedAt) external returns (uint80 roundId) {
        roundId = latestRoundId == 0 ? (uint80(phaseId) << 64) + 1 : latestRoundId + 1;
        latestRoundId = roundId;
        rounds[roundId] = FeedRound(answer, updatedAt, updatedAt, roundId);
    }

    /// @notice Writes any round as it is, well-formed or not, without making it the latest.
    function setRound(uint80 roundId, FeedRound calldata round) external {
        rounds[roundId] = round;
    }

    function latestRoundData()
        external
        view
        returns (uint80 roundId, int256 answer, uint256 startedAt, uint256 updatedAt, uint80 answeredInRound)
    {
        return getRoundData(latestRoundId);
    }

    function getRoundData(uint80 id)
        public
        view
        returns (uint80 roundId, int256 answer, uint256 startedAt, uint256 updatedAt, uint80 answeredInRound)
    {
        FeedRound memory round = rounds[id];
        if (down || (revertsOnMissing && round.updatedAt == 0)) revert TestFeed_NoRound(id);
        return (id, round.answer, round.startedAt, round.updatedAt, round.answeredInRound);
    }
}

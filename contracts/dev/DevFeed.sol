// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";

/// @title DevFeed
/// @notice A price feed for the local chain in the shape of a Chainlink proxy: a round id is `phaseId << 64 | aggregatorRoundId`,
/// aggregator rounds count from 1 in every phase, older phases stay readable, and a missing round or an unknown phase reverts.
/// The owner posts rounds, several at once if their times ascend and lie in the past, so that a week of prices costs one call.
contract DevFeed is Ownable {
    struct Round {
        int192 answer;
        uint64 updatedAt;
    }

    uint8 public immutable decimals;
    uint256 public constant version = 4;
    string public description;
    uint16 public phaseId = 1;

    mapping(uint16 phase => uint64 round) public lastRoundOf;
    mapping(uint16 phase => mapping(uint64 round => Round)) private _rounds;

    event AnswerUpdated(int256 indexed current, uint256 indexed roundId, uint256 updatedAt);
    event PhaseStarted(uint16 indexed phase);

    error DevFeed_NoData(uint80 roundId);
    error DevFeed_LengthsDiffer(uint256 answers, uint256 times);
    error DevFeed_TimeOutOfOrder(uint64 updatedAt, uint64 earliest, uint64 latest);

    constructor(address owner, uint8 decimals_, string memory description_) Ownable(owner) {
        decimals = decimals_;
        description = description_;
    }

    /// @notice Posts rounds in order.
    /// @param answers prices, `decimals` decimals
    /// @param updatedAts unix seconds, ascending, none in the future
    function post(int192[] calldata answers, uint64[] calldata updatedAts) external onlyOwner {
        if (answers.length != updatedAts.length) revert DevFeed_LengthsDiffer(answers.length, updatedAts.length);
        uint16 phase = phaseId;
        uint64 round = lastRoundOf[phase];
        uint64 earliest = _rounds[phase][round].updatedAt;
        uint64 latest = uint64(block.timestamp);
        for (uint256 i = 0; i < answers.length; ++i) {
            uint64 updatedAt = updatedAts[i];
            if (updatedAt < earliest || updatedAt > latest) revert DevFeed_TimeOutOfOrder(updatedAt, earliest, latest);
            earliest = updatedAt;
            _rounds[phase][++round] = Round(answers[i], updatedAt);
            emit AnswerUpdated(answers[i], round, updatedAt);
        }
        lastRoundOf[phase] = round;
    }

    /// @notice A new aggregator behind the proxy: rounds count from 1 again.
    function startPhase() external onlyOwner {
        emit PhaseStarted(++phaseId);
    }

    function latestRoundData()
        external
        view
        returns (uint80 roundId, int256 answer, uint256 startedAt, uint256 updatedAt, uint80 answeredInRound)
    {
        return getRoundData(_roundId(phaseId, lastRoundOf[phaseId]));
    }

    /// @notice The newest answer alone, as older readers of Chainlink's feeds ask for it; zero before the first round.
    function latestAnswer() external view returns (int256) {
        return _rounds[phaseId][lastRoundOf[phaseId]].answer;
    }

    function getRoundData(uint80 id)
        public
        view
        returns (uint80 roundId, int256 answer, uint256 startedAt, uint256 updatedAt, uint80 answeredInRound)
    {
        // casting keeps the two halves of the id: phase above, round below
        // forge-lint: disable-next-line(unsafe-typecast)
        Round memory round = _rounds[uint16(id >> 64)][uint64(id)];
        if (round.updatedAt == 0) revert DevFeed_NoData(id);
        return (id, round.answer, round.updatedAt, round.updatedAt, id);
    }

    function _roundId(uint16 phase, uint64 round) private pure returns (uint80) {
        return (uint80(phase) << 64) | round;
    }
}

// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @notice A feed as an expiry fixed it.
/// @param feed Chainlink proxy
/// @param decimals of its answers, recorded when the configuration was set
/// @param phase the proxy's phase when the expiry was fixed; earlier phases do not count
struct FixedFeed {
    address feed;
    uint8 decimals;
    uint16 phase;
}

/// @notice One round as far as it can prove anything.
/// @param id phase in the upper 16 bits, number in the lower 64
/// @param updatedAt unix seconds; 0 when the round does not exist
/// @param price 8 decimals; 0 when the round is not sound
struct Round {
    uint80 id;
    uint64 updatedAt;
    uint96 price;
}

/// @title FeedRounds
/// @notice Reads rounds of a Chainlink proxy without trusting that it answers, and searches them by time.
///
/// A round exists when the feed answers with the id that was asked and a time of update; a revert, zeros, a short answer and another id
/// are alike. It is sound when besides it was answered in itself (not carried over), is not from the future, and its answer is positive
/// and has at most 96 bits after conversion to 8 decimals. Conversion rounds down. A search relies on what an aggregator guarantees: inside
/// one phase numbers count from 1 without a gap and times do not fall.
///
/// Starving a read of gas does not make a round look missing: a read that fails for lack of gas leaves its caller a 64th of what was there,
/// which is less than the storage write at the end of a settlement costs.
library FeedRounds {
    bytes4 private constant GET_ROUND_DATA = bytes4(keccak256("getRoundData(uint80)"));
    bytes4 private constant LATEST_ROUND_DATA = bytes4(keccak256("latestRoundData()"));
    bytes4 private constant DECIMALS = bytes4(keccak256("decimals()"));

    /// @dev Five words: id, answer, start, update, id of the round that answered.
    uint256 private constant ROUND_BYTES = 160;
    uint256 private constant PRICE_DECIMALS = 8;

    /// @notice The round of an id; `updatedAt` is 0 when it does not exist.
    function read(FixedFeed memory source, uint80 id) internal view returns (Round memory round) {
        (bool success, bytes memory answer) = source.feed.staticcall(abi.encodeWithSelector(GET_ROUND_DATA, id));
        if (!success || answer.length < ROUND_BYTES) return round;
        round = _decode(answer, source.decimals);
        if (round.id != id) delete round;
    }

    /// @notice The latest round; `updatedAt` is 0 when there is none.
    function latest(FixedFeed memory source) internal view returns (Round memory round) {
        (bool success, bytes memory answer) = source.feed.staticcall(abi.encodeWithSelector(LATEST_ROUND_DATA));
        if (success && answer.length >= ROUND_BYTES) round = _decode(answer, source.decimals);
    }

    /// @notice What the feed says of its decimals now, and whether it says anything that a uint8 holds.
    function decimalsOf(address feed) internal view returns (bool readable, uint8 decimals) {
        (bool success, bytes memory answer) = feed.staticcall(abi.encodeWithSelector(DECIMALS));
        if (!success || answer.length < 32) return (false, 0);
        uint256 word = abi.decode(answer, (uint256));
        if (word > type(uint8).max) return (false, 0);
        return (true, uint8(word));
    }

    /// @notice The first round of the lowest phase, from the fixed one to `lastPhase`, that is at or after `instant`, not after `latestInstant`,
    /// and proven by a sound round before it.
    function findProof(FixedFeed memory source, uint16 lastPhase, uint64 instant, uint64 latestInstant)
        internal
        view
        returns (Round memory proof)
    {
        for (uint256 phase = source.phase; phase <= lastPhase; ++phase) {
            uint80 id = firstNotBefore(source, uint16(phase), instant);
            if (uint64(id) == 1) continue;
            Round memory round = read(source, id);
            if (round.price == 0 || round.updatedAt > latestInstant || read(source, id - 1).price == 0) continue;
            return round;
        }
    }

    /// @notice The sound round with the greatest time before `instant`, of the phases from the fixed one to `lastPhase`.
    function findLastBefore(FixedFeed memory source, uint16 lastPhase, uint64 instant)
        internal
        view
        returns (Round memory last)
    {
        for (uint256 phase = source.phase; phase <= lastPhase; ++phase) {
            uint80 id = firstNotBefore(source, uint16(phase), instant) - 1;
            for (; uint64(id) != 0; --id) {
                Round memory round = read(source, id);
                if (round.price == 0) continue;
                if (round.updatedAt > last.updatedAt) last = round;
                break;
            }
        }
    }

    /// @notice Id of the first round of a phase that does not exist or is at or after `instant`: doubling, then halving.
    function firstNotBefore(FixedFeed memory source, uint16 phase, uint64 instant) internal view returns (uint80 id) {
        uint80 base = uint80(phase) << 64;
        uint80 low;
        uint80 high = 1;
        while (_isBefore(source, base + high, instant)) {
            low = high;
            high *= 2;
        }
        while (high - low > 1) {
            uint80 middle = (low + high) / 2;
            if (_isBefore(source, base + middle, instant)) low = middle;
            else high = middle;
        }
        return base + high;
    }

    function _isBefore(FixedFeed memory source, uint80 id, uint64 instant) private view returns (bool) {
        uint64 updatedAt = read(source, id).updatedAt;
        return updatedAt != 0 && updatedAt < instant;
    }

    /// @dev Words, not the feed's own types, so that an answer out of range is no proof instead of a revert.
    function _decode(bytes memory words, uint8 decimals) private view returns (Round memory round) {
        (uint256 id, int256 answer,, uint256 updatedAt, uint256 answeredInRound) =
            abi.decode(words, (uint256, int256, uint256, uint256, uint256));
        if (id > type(uint80).max || updatedAt == 0 || updatedAt > type(uint64).max) return round;
        round.id = uint80(id);
        round.updatedAt = uint64(updatedAt);
        if (answeredInRound >= id && updatedAt <= block.timestamp) round.price = _toPrice8Down(answer, decimals);
    }

    /// @dev 8 decimals, rounded down; 0 when the answer is not positive or does not fit in 96 bits.
    function _toPrice8Down(int256 answer, uint8 decimals) private pure returns (uint96) {
        if (answer <= 0 || answer > int256(uint256(type(uint128).max))) return 0;
        uint256 price = uint256(answer);
        if (decimals > PRICE_DECIMALS) price /= 10 ** (decimals - PRICE_DECIMALS);
        else price *= 10 ** (PRICE_DECIMALS - decimals);
        return price > type(uint96).max ? 0 : uint96(price);
    }
}

// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {FeedRounds, FixedFeed, Round} from "./FeedRounds.sol";
import {FeedConfig, ISettlementOracle} from "./ISettlementOracle.sol";
import {Ownable, Ownable2Step} from "@openzeppelin/contracts/access/Ownable2Step.sol";

/// @title SettlementOracle
/// @notice One final price per (underlying, quote, expiry). What the feeds hold decides which price it is; who calls, and when, does not.
///
/// Roles. The owner (a timelock) sets the feeds of a pair, for expiries that nobody has fixed yet. Everything else is open to anyone.
///
/// Accounting. No tokens are held.
///
/// Rounding. Prices have 8 decimals; an answer with more is rounded down, once.
///
/// Oracle. `fixExpiry` copies feeds, recorded decimals and delay, notes the phase of each feed and keeps the first feed's latest round as
/// anchor. Nothing that happens later to the configuration reaches that expiry.
/// 1. From the expiry: rounds k − 1 and k of one phase of the first feed, both sound,
///    `updatedAt(k − 1) < expiry ≤ updatedAt(k) ≤ expiry + maxDelay`. Phases before the noted one do not count. Of the others the lowest
///    that proves counts; so a higher one is taken only when the delay is over (no lower one can begin to prove any more) and a search
///    finds no proof in a lower one.
/// 2. From one day after: the same in the second feed, when a search finds no proof in the first.
/// 3. From seven days after: when neither proves, the latest sound round before the expiry of the two feeds; when neither answers at all,
///    the anchor. So a price always comes.
/// A feed whose decimals are not the recorded ones proves nothing. In way 3 its rounds of the noted phase still count, because its
/// decimals were checked in that phase, and an aggregator cannot change its own.
///
/// Token requirements. Underlying and quote only name a pair. A feed in USD that prices a pair quoted in a stablecoin takes it at one dollar.
///
/// Liveness. Every fixed expiry can be settled by anyone seven days after it at the latest, with no feed, owner or keeper alive.
///
/// Known limits. Feeds are trusted to report prices and to keep their rounds. A phase without round numbers from 1 upwards without a gap is
/// not searched beyond the gap. An expiry may be fixed by anyone up to 400 days ahead, with the feeds of that day.
contract SettlementOracle is ISettlementOracle, Ownable2Step {
    using FeedRounds for FixedFeed;

    /// @notice Wait after the expiry until the second feed is asked, and the longest delay that can be set.
    uint64 public constant SECOND_FEED_WAIT = 1 days;

    /// @notice Wait after the expiry until a round from before it is taken.
    uint64 public constant LAST_ROUND_WAIT = 7 days;

    /// @notice How far ahead an expiry can be fixed.
    uint64 public constant HORIZON = 400 days;

    uint8 private constant MAX_FEED_DECIMALS = 18;

    struct PairFeeds {
        FeedConfig config;
        uint8 decimals;
        uint8 secondDecimals;
    }

    struct FixedExpiry {
        FixedFeed first;
        FixedFeed second;
        Round anchor;
        uint32 maxDelay;
        uint32 maxAge;
        uint96 price;
    }

    mapping(bytes32 pairId => PairFeeds feeds) private _pairs;
    mapping(bytes32 expiryId => FixedExpiry fixedExpiry) private _expiries;

    constructor(address initialOwner) Ownable(initialOwner) {}

    /// @inheritdoc ISettlementOracle
    function setFeeds(address underlying, address quote, FeedConfig calldata config) external onlyOwner {
        if (underlying == quote || underlying == address(0) || quote == address(0)) {
            revert SettlementOracle_InvalidPair(underlying, quote);
        }
        if (config.feed == address(0) || config.feed == config.secondFeed) {
            revert SettlementOracle_InvalidFeeds(config.feed, config.secondFeed);
        }
        if (config.maxDelay == 0 || config.maxDelay > SECOND_FEED_WAIT || config.maxAge == 0) {
            revert SettlementOracle_InvalidTimes(config.maxDelay, config.maxAge);
        }
        PairFeeds storage pair = _pairs[_pairId(underlying, quote)];
        pair.config = config;
        pair.decimals = _readDecimals(config.feed);
        pair.secondDecimals = config.secondFeed == address(0) ? 0 : _readDecimals(config.secondFeed);
        emit FeedsSet(underlying, quote, config);
    }

    /// @inheritdoc ISettlementOracle
    function fixExpiry(address underlying, address quote, uint64 expiry) external {
        FixedExpiry storage fixing = _expiries[_expiryId(underlying, quote, expiry)];
        if (fixing.first.feed != address(0)) return;
        uint64 present = uint64(block.timestamp);
        if (expiry <= present || expiry > present + HORIZON) {
            revert SettlementOracle_ExpiryOutOfRange(expiry, present + 1, present + HORIZON);
        }
        PairFeeds memory pair = _pairOf(underlying, quote);
        FeedConfig memory config = pair.config;
        FixedFeed memory first = FixedFeed(config.feed, pair.decimals, 0);
        _requireDecimals(first);
        Round memory anchor = _latestSound(first);
        first.phase = uint16(anchor.id >> 64);
        FixedFeed memory second = FixedFeed(config.secondFeed, pair.secondDecimals, 0);
        second.phase = uint16(second.latest().id >> 64);

        fixing.first = first;
        fixing.second = second;
        fixing.anchor = anchor;
        fixing.maxDelay = config.maxDelay;
        fixing.maxAge = config.maxAge;
        emit ExpiryFixed(underlying, quote, expiry, config);
    }

    /// @inheritdoc ISettlementOracle
    function settle(address underlying, address quote, uint64 expiry, uint80 roundId) external returns (uint256 price) {
        FixedExpiry storage fixing = _open(underlying, quote, expiry, 0);
        Round memory round = _proven(fixing.first, roundId, expiry, fixing.maxDelay);
        return _finish(fixing, round, false, underlying, quote, expiry);
    }

    /// @inheritdoc ISettlementOracle
    function settleFromSecondFeed(address underlying, address quote, uint64 expiry, uint80 roundId)
        external
        returns (uint256 price)
    {
        FixedExpiry storage fixing = _open(underlying, quote, expiry, SECOND_FEED_WAIT);
        if (fixing.second.feed == address(0)) revert SettlementOracle_NoSecondFeed();
        Round memory other = _findProof(fixing.first, expiry, fixing.maxDelay);
        if (other.price != 0) revert SettlementOracle_FirstFeedProves(other.id);
        Round memory round = _proven(fixing.second, roundId, expiry, fixing.maxDelay);
        return _finish(fixing, round, true, underlying, quote, expiry);
    }

    /// @inheritdoc ISettlementOracle
    function settleFromLastRound(address underlying, address quote, uint64 expiry, uint80 roundId, bool secondFeed)
        external
        returns (uint256 price)
    {
        FixedExpiry storage fixing = _open(underlying, quote, expiry, LAST_ROUND_WAIT);
        Round memory proof = _findProof(fixing.first, expiry, fixing.maxDelay);
        if (proof.price != 0) revert SettlementOracle_StillProvable(proof.id, false);
        proof = _findProof(fixing.second, expiry, fixing.maxDelay);
        if (proof.price != 0) revert SettlementOracle_StillProvable(proof.id, true);
        (Round memory last, bool ofSecond) = _lastRound(fixing, expiry);
        if (last.id != roundId || ofSecond != secondFeed) revert SettlementOracle_NotLastRound(last.id, ofSecond);
        return _finish(fixing, last, ofSecond, underlying, quote, expiry);
    }

    /// @inheritdoc ISettlementOracle
    function settlementPrice(address underlying, address quote, uint64 expiry)
        external
        view
        returns (bool settled, uint256 price)
    {
        price = _expiries[_expiryId(underlying, quote, expiry)].price;
        return (price != 0, price);
    }

    /// @inheritdoc ISettlementOracle
    function spot(address underlying, address quote) external view returns (uint256 price, uint64 updatedAt) {
        PairFeeds memory pair = _pairOf(underlying, quote);
        FixedFeed memory source = FixedFeed(pair.config.feed, pair.decimals, 0);
        _requireDecimals(source);
        Round memory round = _latestSound(source);
        if (block.timestamp - round.updatedAt > pair.config.maxAge) {
            revert SettlementOracle_StaleSpot(round.updatedAt, pair.config.maxAge);
        }
        return (round.price, round.updatedAt);
    }

    /// @inheritdoc ISettlementOracle
    function feedsOf(address underlying, address quote) external view returns (FeedConfig memory config) {
        return _pairs[_pairId(underlying, quote)].config;
    }

    /// @inheritdoc ISettlementOracle
    function fixedFeedsOf(address underlying, address quote, uint64 expiry)
        external
        view
        returns (FeedConfig memory config)
    {
        FixedExpiry storage fixing = _expiries[_expiryId(underlying, quote, expiry)];
        return FeedConfig(fixing.first.feed, fixing.second.feed, fixing.maxDelay, fixing.maxAge);
    }

    /// @inheritdoc ISettlementOracle
    function provingRound(address underlying, address quote, uint64 expiry, bool secondFeed)
        external
        view
        returns (bool found, uint80 roundId)
    {
        FixedExpiry storage fixing = _fixed(underlying, quote, expiry);
        Round memory proof = _findProof(secondFeed ? fixing.second : fixing.first, expiry, fixing.maxDelay);
        return (proof.price != 0, proof.id);
    }

    /// @inheritdoc ISettlementOracle
    function lastRoundBefore(address underlying, address quote, uint64 expiry)
        external
        view
        returns (uint80 roundId, bool secondFeed)
    {
        Round memory last;
        (last, secondFeed) = _lastRound(_fixed(underlying, quote, expiry), expiry);
        return (last.id, secondFeed);
    }

    /// @dev The round after checking everything that makes it the proof of the price at `expiry`.
    function _proven(FixedFeed memory source, uint80 roundId, uint64 expiry, uint32 maxDelay)
        private
        view
        returns (Round memory round)
    {
        _requireDecimals(source);
        uint16 phase = uint16(roundId >> 64);
        if (phase < source.phase) revert SettlementOracle_PhaseBeforeFixing(phase, source.phase);
        if (uint64(roundId) <= 1) revert SettlementOracle_NoRoundBefore(roundId);
        round = source.read(roundId);
        if (round.price == 0) revert SettlementOracle_RoundUnsound(source.feed, roundId);
        if (round.updatedAt < expiry) revert SettlementOracle_RoundBeforeExpiry(round.updatedAt, expiry);
        if (round.updatedAt > expiry + maxDelay) {
            revert SettlementOracle_RoundTooLate(round.updatedAt, expiry + maxDelay);
        }
        Round memory previous = source.read(roundId - 1);
        if (previous.price == 0) revert SettlementOracle_RoundUnsound(source.feed, roundId - 1);
        if (previous.updatedAt >= expiry) revert SettlementOracle_RoundNotFirst(previous.updatedAt, expiry);

        if (phase == source.phase) return round;
        if (block.timestamp <= expiry + maxDelay) revert SettlementOracle_TooEarly(expiry + maxDelay + 1);
        Round memory lower = source.findProof(phase - 1, expiry, expiry + maxDelay);
        if (lower.price != 0) revert SettlementOracle_LowerPhaseProves(lower.id);
    }

    /// @dev Proof of the lowest phase of a feed, or price 0; a feed that is not set or whose decimals changed has none.
    function _findProof(FixedFeed memory source, uint64 expiry, uint32 maxDelay) private view returns (Round memory) {
        if (!_hasRecordedDecimals(source)) return Round(0, 0, 0);
        return source.findProof(_lastPhase(source), expiry, expiry + maxDelay);
    }

    /// @dev The later of the two feeds' last sound rounds before the expiry; the anchor when there is none.
    function _lastRound(FixedExpiry storage fixing, uint64 expiry)
        private
        view
        returns (Round memory last, bool secondFeed)
    {
        FixedFeed memory first = fixing.first;
        FixedFeed memory second = fixing.second;
        last = first.findLastBefore(_hasRecordedDecimals(first) ? _lastPhase(first) : first.phase, expiry);
        Round memory other =
            second.findLastBefore(_hasRecordedDecimals(second) ? _lastPhase(second) : second.phase, expiry);
        if (other.updatedAt > last.updatedAt) return (other, true);
        if (last.updatedAt == 0) last = fixing.anchor;
    }

    /// @dev The phase the feed is in, at least the noted one; the noted one when the feed does not answer.
    function _lastPhase(FixedFeed memory source) private view returns (uint16 phase) {
        phase = uint16(source.latest().id >> 64);
        if (phase < source.phase) phase = source.phase;
    }

    function _finish(
        FixedExpiry storage fixing,
        Round memory round,
        bool secondFeed,
        address underlying,
        address quote,
        uint64 expiry
    ) private returns (uint256) {
        fixing.price = round.price;
        emit PriceSettled(underlying, quote, expiry, round.price, round.id, secondFeed, round.updatedAt);
        return round.price;
    }

    /// @dev The fixed expiry, if it is not settled and `wait` seconds have passed since.
    function _open(address underlying, address quote, uint64 expiry, uint64 wait)
        private
        view
        returns (FixedExpiry storage fixing)
    {
        fixing = _fixed(underlying, quote, expiry);
        if (fixing.price != 0) revert SettlementOracle_AlreadySettled(fixing.price);
        if (block.timestamp < expiry + wait) revert SettlementOracle_TooEarly(expiry + wait);
    }

    function _fixed(address underlying, address quote, uint64 expiry)
        private
        view
        returns (FixedExpiry storage fixing)
    {
        fixing = _expiries[_expiryId(underlying, quote, expiry)];
        if (fixing.first.feed == address(0)) revert SettlementOracle_ExpiryNotFixed(underlying, quote, expiry);
    }

    function _pairOf(address underlying, address quote) private view returns (PairFeeds memory pair) {
        pair = _pairs[_pairId(underlying, quote)];
        if (pair.config.feed == address(0)) revert SettlementOracle_NoFeeds(underlying, quote);
    }

    function _latestSound(FixedFeed memory source) private view returns (Round memory round) {
        round = source.latest();
        if (round.price == 0) revert SettlementOracle_LatestRoundUnsound(source.feed);
    }

    function _readDecimals(address feed) private view returns (uint8 decimals) {
        bool readable;
        (readable, decimals) = FeedRounds.decimalsOf(feed);
        if (!readable || decimals > MAX_FEED_DECIMALS) revert SettlementOracle_DecimalsUnreadable(feed);
    }

    function _requireDecimals(FixedFeed memory source) private view {
        (bool readable, uint8 current) = FeedRounds.decimalsOf(source.feed);
        if (!readable || current != source.decimals) {
            revert SettlementOracle_DecimalsChanged(source.feed, source.decimals, current);
        }
    }

    function _hasRecordedDecimals(FixedFeed memory source) private view returns (bool) {
        (bool readable, uint8 current) = FeedRounds.decimalsOf(source.feed);
        return readable && current == source.decimals;
    }

    function _pairId(address underlying, address quote) private pure returns (bytes32) {
        return keccak256(abi.encode(underlying, quote));
    }

    function _expiryId(address underlying, address quote, uint64 expiry) private pure returns (bytes32) {
        return keccak256(abi.encode(underlying, quote, expiry));
    }
}

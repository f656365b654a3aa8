// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @notice Feeds of one (underlying, quote) pair.
/// @param feed first Chainlink proxy; its decimals are recorded when the configuration is set
/// @param secondFeed second proxy, or zero
/// @param maxDelay seconds after the expiry within which a round still proves the price (heartbeat and a margin)
/// @param maxAge seconds after which the latest round is too old to be a spot price
struct FeedConfig {
    address feed;
    address secondFeed;
    uint32 maxDelay;
    uint32 maxAge;
}

/// @title SettlementOracle
/// @notice One final price per (underlying, quote, expiry), proven from a Chainlink feed's rounds. Nobody can name a price. Prices have 8 decimals.
interface ISettlementOracle {
    event FeedsSet(address indexed underlying, address indexed quote, FeedConfig config);
    event ExpiryFixed(address indexed underlying, address indexed quote, uint64 indexed expiry, FeedConfig config);
    event PriceSettled(
        address indexed underlying,
        address indexed quote,
        uint64 indexed expiry,
        uint256 price,
        uint80 roundId,
        bool secondFeed,
        uint64 updatedAt
    );

    /// @notice Underlying and quote are the same, or one is zero.
    error SettlementOracle_InvalidPair(address underlying, address quote);
    /// @notice The first feed is zero, or both feeds are the same.
    error SettlementOracle_InvalidFeeds(address feed, address secondFeed);
    /// @notice The delay is zero or longer than the wait for the second feed, or the age is zero. Seconds.
    error SettlementOracle_InvalidTimes(uint32 maxDelay, uint32 maxAge);
    /// @notice The feed does not say its decimals, or more than 18 of them.
    error SettlementOracle_DecimalsUnreadable(address feed);
    /// @notice The feed's decimals are not those that were recorded.
    error SettlementOracle_DecimalsChanged(address feed, uint8 recorded, uint8 current);
    /// @notice No feeds are set for the pair.
    error SettlementOracle_NoFeeds(address underlying, address quote);
    /// @notice The latest round of the feed is missing, incomplete, not positive or out of range.
    error SettlementOracle_LatestRoundUnsound(address feed);
    /// @notice The latest round is too old to be a spot price. Unix seconds, and seconds.
    error SettlementOracle_StaleSpot(uint64 updatedAt, uint32 maxAge);
    /// @notice Only an expiry in the future, and no further than the horizon, can be fixed. Unix seconds.
    error SettlementOracle_ExpiryOutOfRange(uint64 expiry, uint64 earliest, uint64 latest);
    /// @notice Nobody fixed the expiry while it was in the future.
    error SettlementOracle_ExpiryNotFixed(address underlying, address quote, uint64 expiry);
    /// @notice The price is final already, 8 decimals.
    error SettlementOracle_AlreadySettled(uint256 price);
    /// @notice This way of settling opens later. Unix seconds.
    error SettlementOracle_TooEarly(uint64 opensAt);
    /// @notice No second feed was fixed for the expiry.
    error SettlementOracle_NoSecondFeed();
    /// @notice The round is missing, incomplete, not positive, out of range or from the future.
    error SettlementOracle_RoundUnsound(address feed, uint80 roundId);
    /// @notice The first round of a phase has no round before it that could prove it.
    error SettlementOracle_NoRoundBefore(uint80 roundId);
    /// @notice The round is from before the expiry. Unix seconds.
    error SettlementOracle_RoundBeforeExpiry(uint64 updatedAt, uint64 expiry);
    /// @notice The round is not the first one at or after the expiry: the one before it is not from before it. Unix seconds.
    error SettlementOracle_RoundNotFirst(uint64 previousUpdatedAt, uint64 expiry);
    /// @notice The round came too long after the expiry. Unix seconds.
    error SettlementOracle_RoundTooLate(uint64 updatedAt, uint64 latest);
    /// @notice The round's phase had ended before the expiry was fixed.
    error SettlementOracle_PhaseBeforeFixing(uint16 phase, uint16 fixedPhase);
    /// @notice A round of a lower phase proves the price; the lowest phase counts.
    error SettlementOracle_LowerPhaseProves(uint80 roundId);
    /// @notice The first feed proves the price with this round, so the second is not asked.
    error SettlementOracle_FirstFeedProves(uint80 roundId);
    /// @notice A feed still proves the price with this round, so no round from before the expiry is taken.
    error SettlementOracle_StillProvable(uint80 roundId, bool secondFeed);
    /// @notice Not the last round before the expiry; that one is named.
    error SettlementOracle_NotLastRound(uint80 lastRoundId, bool secondFeed);

    /// @notice Sets the feeds for expiries fixed from now on. Owner (the timelock) only.
    function setFeeds(address underlying, address quote, FeedConfig calldata config) external;

    /// @notice Fixes feeds, decimals, phases and delay for an expiry in the future. By anyone, idempotent; the clearinghouse calls it for every new series.
    function fixExpiry(address underlying, address quote, uint64 expiry) external;

    /// @notice Settles from the first feed. `roundId` is the first round at or after the expiry, proven by the round before it.
    /// A round of a later phase than the one in which the expiry was fixed counts only after the delay has passed and when no lower phase proves.
    /// @return price 8 decimals
    function settle(address underlying, address quote, uint64 expiry, uint80 roundId) external returns (uint256 price);

    /// @notice Settles from the second feed by the same rule, one day after the expiry at the earliest, when the first feed has no proof.
    /// @return price 8 decimals
    function settleFromSecondFeed(address underlying, address quote, uint64 expiry, uint80 roundId)
        external
        returns (uint256 price);

    /// @notice Seven days after the expiry, when neither feed has a proof: settles from the last round before the expiry of either.
    /// @return price 8 decimals
    function settleFromLastRound(address underlying, address quote, uint64 expiry, uint80 roundId, bool secondFeed)
        external
        returns (uint256 price);

    /// @notice The final price, 8 decimals, and whether there is one.
    function settlementPrice(address underlying, address quote, uint64 expiry)
        external
        view
        returns (bool settled, uint256 price);

    /// @notice The latest price of the first feed, 8 decimals; reverts when it is stale, incomplete or not positive.
    /// `updatedAt` in unix seconds.
    function spot(address underlying, address quote) external view returns (uint256 price, uint64 updatedAt);

    /// @notice Feeds for expiries that are fixed from now on; zeros when none are set.
    function feedsOf(address underlying, address quote) external view returns (FeedConfig memory config);

    /// @notice Feeds of an expiry that was fixed; zeros otherwise.
    function fixedFeedsOf(address underlying, address quote, uint64 expiry)
        external
        view
        returns (FeedConfig memory config);

    /// @notice The round to settle a fixed expiry with, searched in the first or the second feed; for callers off chain.
    function provingRound(address underlying, address quote, uint64 expiry, bool secondFeed)
        external
        view
        returns (bool found, uint80 roundId);

    /// @notice The last sound round before a fixed expiry of either feed (the later of the two; the first feed's when equal).
    function lastRoundBefore(address underlying, address quote, uint64 expiry)
        external
        view
        returns (uint80 roundId, bool secondFeed);
}

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
        address indexed underlying, address indexed quote, uint64 indexed expiry, uint256 price, uint80 roundId, bool secondFeed, uint64 updatedAt
    );

    /// @notice Sets the feeds for expiries fixed from now on. Owner (the timelock) only.
    function setFeeds(address underlying, address quote, FeedConfig calldata config) external;

    /// @notice Fixes feeds, decimals and delay for an expiry in the future. By anyone, idempotent; the clearinghouse calls it for every new series.
    function fixExpiry(address underlying, address quote, uint64 expiry) external;

    /// @notice Settles from the first feed. `roundId` is the first round at or after the expiry, proven by the round before it.
    function settle(address underlying, address quote, uint64 expiry, uint80 roundId) external returns (uint256 price);

    /// @notice Settles from the second feed by the same rule, one day after the expiry at the earliest.
    function settleFromSecondFeed(address underlying, address quote, uint64 expiry, uint80 roundId) external returns (uint256 price);

    /// @notice Seven days after the expiry: settles from the last round before the expiry of either feed.
    function settleFromLastRound(address underlying, address quote, uint64 expiry, uint80 roundId, bool secondFeed)
        external
        returns (uint256 price);

    /// @notice The final price, 8 decimals, and whether there is one.
    function settlementPrice(address underlying, address quote, uint64 expiry) external view returns (bool settled, uint256 price);

    /// @notice The latest price of the first feed, 8 decimals; reverts when it is stale, incomplete or not positive.
    function spot(address underlying, address quote) external view returns (uint256 price, uint64 updatedAt);

    function feedsOf(address underlying, address quote) external view returns (FeedConfig memory config);
}

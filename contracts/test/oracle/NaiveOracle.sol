// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {TestFeed} from "../base/TestFeed.sol";

/// @title NaiveOracle
/// @notice The oracle as it was built where it was robbed: any round after the expiry, with the feed's decimals of the day. Only for tests.
contract NaiveOracle {
    mapping(uint64 expiry => uint256 price) public settlementPrice;

    function settle(TestFeed feed, uint64 expiry, uint80 roundId) external returns (uint256 price) {
        (, int256 answer,, uint256 updatedAt,) = feed.getRoundData(roundId);
        require(updatedAt >= expiry, "before expiry");
        price = _toPrice8(feed, answer);
        settlementPrice[expiry] = price;
    }

    function settleLatest(TestFeed feed, uint64 expiry) external returns (uint256 price) {
        (, int256 answer,,,) = feed.latestRoundData();
        price = _toPrice8(feed, answer);
        settlementPrice[expiry] = price;
    }

    function _toPrice8(TestFeed feed, int256 answer) private view returns (uint256) {
        uint8 decimals = feed.decimals();
        return decimals == 8 ? uint256(answer) : uint256(answer) * 1e8 / 10 ** decimals;
    }
}

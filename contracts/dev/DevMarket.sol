// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {DevFeed} from "./DevFeed.sol";
import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";

/// @title DevMarket
/// @notice The local chain's market: owns the price feeds, and remembers for each coin the variance under which its price
/// moves, so that a chain put back to an older block has the market of that block. All feeds move in one call, because a
/// reader between two calls would see one coin of now beside another of before.
contract DevMarket is Ownable {
    /// @param feed to be posted to; owned by this contract
    /// @param answers prices, decimals of the feed
    /// @param updatedAts unix seconds, ascending, none in the future
    struct Rounds {
        DevFeed feed;
        int192[] answers;
        uint64[] updatedAts;
    }

    uint256[] private _variances;

    constructor(address owner) Ownable(owner) {}

    /// @notice Posts rounds to feeds and sets the coins' variances as of the last of them.
    /// @param rounds one entry a feed
    /// @param variances_ annual, 18 decimals, one a coin, always in the same order
    function post(Rounds[] calldata rounds, uint256[] calldata variances_) external onlyOwner {
        for (uint256 i = 0; i < rounds.length; ++i) {
            rounds[i].feed.post(rounds[i].answers, rounds[i].updatedAts);
        }
        _variances = variances_;
    }

    /// @notice Annual variances, 18 decimals, in the order in which they were posted; empty before the first time.
    function variances() external view returns (uint256[] memory) {
        return _variances;
    }
}

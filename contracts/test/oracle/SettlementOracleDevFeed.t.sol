// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {DevFeed} from "../../dev/DevFeed.sol";
import {FeedConfig, ISettlementOracle} from "../../src/oracle/ISettlementOracle.sol";
import {SettlementOracle} from "../../src/oracle/SettlementOracle.sol";
import {BallastTest} from "../base/BallastTest.sol";

/// @notice The oracle on the local chain's feed, as keepers find it: hundreds of rounds, a change of phase, missing rounds that revert.
contract SettlementOracleDevFeedTest is BallastTest {
    uint64 private constant EXPIRY = uint64(START + 7 days);

    address private immutable weth = named("weth");
    address private immutable usd = named("usd");
    DevFeed private feed;
    SettlementOracle private oracle;

    function setUp() external {
        vm.warp(START);
        feed = new DevFeed(address(this), 8, "ETH / USD");
        _post(START - 1, 2000e8);
        oracle = new SettlementOracle(address(this));
        oracle.setFeeds(weth, usd, FeedConfig(address(feed), address(0), 2 hours, 3 hours));
        oracle.fixExpiry(weth, usd, EXPIRY);
    }

    function test_AWeekOfRounds_TheKeeperFindsTheProof() external {
        for (uint256 time = START + 20 minutes; time < EXPIRY + 1 hours; time += 37 minutes) {
            _post(time, int192(int256(2000e8 + time - START)));
        }
        (bool found, uint80 roundId) = oracle.provingRound(weth, usd, EXPIRY, false);
        assertTrue(found);
        (,,, uint256 updatedAt,) = feed.getRoundData(roundId);
        (,,, uint256 before,) = feed.getRoundData(roundId - 1);
        assertGe(updatedAt, EXPIRY);
        assertLt(before, EXPIRY);
        assertEq(oracle.settle(weth, usd, EXPIRY, roundId), 2000e8 + updatedAt - START);
    }

    function test_ANewPhase_TheKeeperWaitsAndFindsTheProof() external {
        _post(EXPIRY - 2 hours, 2050e8);
        feed.startPhase();
        vm.expectRevert(
            abi.encodeWithSelector(ISettlementOracle.SettlementOracle_LatestRoundUnsound.selector, address(feed))
        );
        oracle.spot(weth, usd);
        _post(EXPIRY - 1 hours, 2060e8);
        _post(EXPIRY + 1 minutes, 2070e8);
        vm.warp(EXPIRY + 2 hours + 1);
        (bool found, uint80 roundId) = oracle.provingRound(weth, usd, EXPIRY, false);
        assertTrue(found);
        assertEq(roundId, (uint256(2) << 64) + 2);
        assertEq(oracle.settle(weth, usd, EXPIRY, roundId), 2070e8);
    }

    function test_ADeadFeed_TheKeeperFindsTheLastRound() external {
        _post(EXPIRY - 3 days, 1950e8);
        vm.warp(EXPIRY + 7 days);
        (uint80 roundId, bool secondFeed) = oracle.lastRoundBefore(weth, usd, EXPIRY);
        assertFalse(secondFeed);
        assertEq(oracle.settleFromLastRound(weth, usd, EXPIRY, roundId, secondFeed), 1950e8);
    }

    function _post(uint256 time, int192 answer) private {
        if (time > block.timestamp) vm.warp(time);
        int192[] memory answers = new int192[](1);
        uint64[] memory times = new uint64[](1);
        (answers[0], times[0]) = (answer, uint64(time));
        feed.post(answers, times);
    }
}

// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {FeedConfig} from "../../src/oracle/ISettlementOracle.sol";
import {SettlementOracle} from "../../src/oracle/SettlementOracle.sol";
import {BallastTest} from "../base/BallastTest.sol";
import {FeedRound, TestFeed} from "../base/TestFeed.sol";

/// @notice One pair, two feeds (8 and 18 decimals) and one expiry a week ahead.
abstract contract SettlementOracleBase is BallastTest {
    uint64 internal constant EXPIRY = uint64(START + 7 days);
    uint32 internal constant MAX_DELAY = 2 hours;
    uint32 internal constant MAX_AGE = 3 hours;
    uint80 internal constant PHASE_1 = uint80(1) << 64;
    uint80 internal constant PHASE_2 = uint80(2) << 64;

    address internal immutable owner = named("owner");
    address internal immutable weth = named("weth");
    address internal immutable usd = named("usd");
    SettlementOracle internal oracle;
    TestFeed internal feed;
    TestFeed internal second;

    function setUp() public virtual {
        vm.warp(START);
        oracle = new SettlementOracle(owner);
        feed = new TestFeed(8);
        second = new TestFeed(18);
        feed.push(2000e8, START - 1 hours);
        second.push(2001e18, START - 1 hours);
        _setFeeds(_config());
    }

    function _config() internal view returns (FeedConfig memory) {
        return FeedConfig(address(feed), address(second), MAX_DELAY, MAX_AGE);
    }

    function _setFeeds(FeedConfig memory config) internal {
        vm.prank(owner);
        oracle.setFeeds(weth, usd, config);
    }

    function _fix() internal {
        oracle.fixExpiry(weth, usd, EXPIRY);
    }

    /// @dev Rounds 2 (a minute before the expiry, 2100) and 3 (a minute after it, 2150) of the first feed's phase, and time past both.
    function _crossFirst() internal returns (uint80 proof) {
        feed.push(2100e8, EXPIRY - 60);
        proof = feed.push(2150e8, EXPIRY + 60);
        vm.warp(EXPIRY + 120);
    }

    function _crossSecond() internal returns (uint80 proof) {
        second.push(2111e18, EXPIRY - 30);
        proof = second.push(2155e18, EXPIRY + 30);
    }

    function _settle(uint80 roundId) internal returns (uint256) {
        return oracle.settle(weth, usd, EXPIRY, roundId);
    }

    function _settleSecond(uint80 roundId) internal returns (uint256) {
        return oracle.settleFromSecondFeed(weth, usd, EXPIRY, roundId);
    }

    function _settleLast(uint80 roundId, bool ofSecond) internal returns (uint256) {
        return oracle.settleFromLastRound(weth, usd, EXPIRY, roundId, ofSecond);
    }

    function _assertUnsettled() internal view {
        (bool settled, uint256 price) = oracle.settlementPrice(weth, usd, EXPIRY);
        assertFalse(settled);
        assertEq(price, 0);
    }

    function _assertSettled(uint256 expected) internal view {
        (bool settled, uint256 price) = oracle.settlementPrice(weth, usd, EXPIRY);
        assertTrue(settled);
        assertEq(price, expected);
    }

    function _good(int256 answer, uint256 updatedAt, uint80 id) internal pure returns (FeedRound memory) {
        return FeedRound(answer, updatedAt, updatedAt, id);
    }

    /// @dev What a feed can answer that is no sound round; `kind` from 0 to `BAD_KINDS − 1`.
    uint256 internal constant BAD_KINDS = 9;

    function _spoil(TestFeed source, uint80 id, uint256 updatedAt, uint256 kind) internal {
        FeedRound memory round = _good(2150e8, updatedAt, id);
        bytes memory call = abi.encodeWithSelector(TestFeed.getRoundData.selector, id);
        if (kind == 0) delete round;
        if (kind == 1) vm.mockCallRevert(address(source), call, "");
        if (kind == 2) round.answer = 0;
        if (kind == 3) round.answer = -2150e8;
        if (kind == 4) round.updatedAt = 0;
        if (kind == 5) round.answeredInRound = id - 1;
        if (kind == 6) round.answer = int256(uint256(type(uint96).max)) + 1;
        if (kind == 7) vm.mockCall(address(source), call, abi.encode(id + 1, 2150e8, updatedAt, updatedAt, id + 1));
        if (kind == 8) vm.mockCall(address(source), call, abi.encode(id, 2150e8, updatedAt, updatedAt));
        source.setRound(id, round);
    }
}

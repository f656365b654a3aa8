// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {FeedConfig, ISettlementOracle} from "../../src/oracle/ISettlementOracle.sol";
import {SettlementOracleBase} from "./SettlementOracleBase.sol";

contract SettlementOracleLastRoundTest is SettlementOracleBase {
    function setUp() public override {
        super.setUp();
        _fix();
    }

    function test_LastRound_AfterSevenDays() external {
        uint80 last = feed.push(2100e8, EXPIRY - 60);
        vm.warp(EXPIRY + 7 days - 1);
        vm.expectRevert(abi.encodeWithSelector(ISettlementOracle.SettlementOracle_TooEarly.selector, EXPIRY + 7 days));
        _settleLast(last, false);
        vm.warp(EXPIRY + 7 days);
        vm.expectEmit(address(oracle));
        emit ISettlementOracle.PriceSettled(weth, usd, EXPIRY, 2100e8, last, false, EXPIRY - 60);
        assertEq(_settleLast(last, false), 2100e8);
        _assertSettled(2100e8);
    }

    function test_LastRound_WhenAFeedProves_Refused() external {
        uint80 first = _crossFirst();
        uint80 other = _crossSecond();
        vm.warp(EXPIRY + 7 days);
        vm.expectRevert(abi.encodeWithSelector(ISettlementOracle.SettlementOracle_StillProvable.selector, first, false));
        _settleLast(first - 1, false);
        feed.setDown(true);
        vm.expectRevert(abi.encodeWithSelector(ISettlementOracle.SettlementOracle_StillProvable.selector, other, true));
        _settleLast(other - 1, true);
        _assertUnsettled();
    }

    function test_LastRound_LaterOfBothFeeds() external {
        uint80 ofFirst = feed.push(2100e8, EXPIRY - 60);
        uint80 ofSecond = second.push(2111e18, EXPIRY - 59);
        vm.warp(EXPIRY + 7 days);
        (uint80 roundId, bool secondFeed) = oracle.lastRoundBefore(weth, usd, EXPIRY);
        assertEq(roundId, ofSecond);
        assertTrue(secondFeed);
        bytes memory refused =
            abi.encodeWithSelector(ISettlementOracle.SettlementOracle_NotLastRound.selector, ofSecond, true);
        vm.expectRevert(refused);
        _settleLast(ofFirst, false);
        vm.expectRevert(refused);
        _settleLast(ofSecond, false);
        vm.expectRevert(refused);
        _settleLast(ofSecond - 1, true);
        assertEq(_settleLast(ofSecond, true), 2111e8);
    }

    function test_LastRound_EqualTimes_TheFirstFeed() external {
        uint80 ofFirst = feed.push(2100e8, EXPIRY - 60);
        second.push(2111e18, EXPIRY - 60);
        vm.warp(EXPIRY + 7 days);
        assertEq(_settleLast(ofFirst, false), 2100e8);
    }

    function test_LastRound_RoundsAfterTheExpiry_DoNotCount() external {
        uint80 last = feed.push(2100e8, EXPIRY - 1);
        feed.push(2150e8, EXPIRY + MAX_DELAY + 1);
        vm.warp(EXPIRY + 7 days);
        assertEq(_settleLast(last, false), 2100e8);
    }

    function test_LastRound_ARoundAtTheExpiryThatIsTooLateForNothing() external {
        // The only round at or after the expiry is unsound: no proof, and the round before it is the last.
        uint80 last = feed.push(2100e8, EXPIRY - 1);
        feed.push(0, EXPIRY);
        vm.warp(EXPIRY + 7 days);
        assertEq(_settleLast(last, false), 2100e8);
    }

    function test_LastRound_PassesOverUnsoundRounds() external {
        uint80 last = feed.push(2100e8, EXPIRY - 60);
        feed.push(0, EXPIRY - 50);
        feed.push(-1, EXPIRY - 40);
        vm.warp(EXPIRY + 7 days);
        assertEq(_settleLast(last, false), 2100e8);
    }

    function test_LastRound_OfALaterPhase() external {
        feed.push(2100e8, EXPIRY - 60);
        feed.startPhase();
        uint80 last = feed.push(2110e8, EXPIRY - 50);
        assertEq(last, PHASE_2 + 1);
        vm.warp(EXPIRY + 7 days);
        assertEq(_settleLast(last, false), 2110e8);
    }

    function test_LastRound_OfTwoPhasesTheLaterTime_TheLowerWhenEqual() external {
        uint80 lower = feed.push(2100e8, EXPIRY - 60);
        feed.startPhase();
        feed.push(2110e8, EXPIRY - 60);
        vm.warp(EXPIRY + 7 days);
        assertEq(_settleLast(lower, false), 2100e8);
    }

    function test_LastRound_DecimalsChanged_TheNotedPhaseOnly() external {
        uint80 lower = feed.push(2100e8, EXPIRY - 60);
        feed.startPhase();
        feed.push(2110e18, EXPIRY - 50);
        feed.setDecimals(18);
        second.setDown(true);
        vm.warp(EXPIRY + 7 days);
        assertEq(_settleLast(lower, false), 2100e8);
    }

    function test_LastRound_SecondFeedsDecimalsChanged_TheNotedPhaseOnly() external {
        uint80 lower = second.push(2100e18, EXPIRY - 60);
        second.startPhase();
        second.push(2110e8, EXPIRY - 50);
        second.setDecimals(8);
        feed.setDown(true);
        vm.warp(EXPIRY + 7 days);
        assertEq(_settleLast(lower, true), 2100e8);
    }

    function test_LastRound_OfALaterPhaseOfTheSecondFeed() external {
        second.push(2100e18, EXPIRY - 60);
        second.startPhase();
        uint80 last = second.push(2110e18, EXPIRY - 50);
        vm.warp(EXPIRY + 7 days);
        assertEq(_settleLast(last, true), 2110e8);
    }

    function test_LastRound_LatestUnreadable_TheNotedPhaseIsStillSearched() external {
        uint80 last = feed.push(2100e8, EXPIRY - 60);
        vm.mockCallRevert(address(feed), abi.encodeWithSelector(feed.latestRoundData.selector), "");
        vm.warp(EXPIRY + 7 days);
        assertEq(_settleLast(last, false), 2100e8);
    }

    function test_Proof_LatestUnreadable_TheNotedPhaseIsStillSearched() external {
        uint80 proof = _crossFirst();
        uint80 other = _crossSecond();
        vm.mockCallRevert(address(feed), abi.encodeWithSelector(feed.latestRoundData.selector), "");
        vm.warp(EXPIRY + 1 days);
        vm.expectRevert(abi.encodeWithSelector(ISettlementOracle.SettlementOracle_FirstFeedProves.selector, proof));
        _settleSecond(other);
    }

    function test_LastRound_NoFeedAnswers_TheAnchor() external {
        feed.push(2100e8, EXPIRY - 60);
        feed.setDown(true);
        second.setDown(true);
        vm.warp(EXPIRY + 7 days);
        vm.expectRevert(
            abi.encodeWithSelector(ISettlementOracle.SettlementOracle_NotLastRound.selector, PHASE_1 + 1, false)
        );
        _settleLast(PHASE_1 + 2, false);
        assertEq(_settleLast(PHASE_1 + 1, false), 2000e8, "the round that was the latest when the expiry was fixed");
    }

    function test_LastRound_WithoutASecondFeed() external {
        _setFeeds(FeedConfig(address(feed), address(0), MAX_DELAY, MAX_AGE));
        oracle.fixExpiry(weth, usd, EXPIRY + 1);
        uint80 last = feed.push(2100e8, EXPIRY);
        vm.warp(EXPIRY + 1 + 7 days);
        assertEq(oracle.settleFromLastRound(weth, usd, EXPIRY + 1, last, false), 2100e8);
    }
}

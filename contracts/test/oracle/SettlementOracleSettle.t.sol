// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {FeedConfig, ISettlementOracle} from "../../src/oracle/ISettlementOracle.sol";
import {SettlementOracleBase} from "./SettlementOracleBase.sol";

contract SettlementOracleSettleTest is SettlementOracleBase {
    function setUp() public override {
        super.setUp();
        _fix();
    }

    function test_Settle_FirstRoundAtOrAfterTheExpiry() external {
        uint80 proof = _crossFirst();
        assertEq(proof, PHASE_1 + 3);
        (bool found, uint80 roundId) = oracle.provingRound(weth, usd, EXPIRY, false);
        assertTrue(found);
        assertEq(roundId, proof);
        _assertUnsettled();
        vm.expectEmit(address(oracle));
        emit ISettlementOracle.PriceSettled(weth, usd, EXPIRY, 2150e8, proof, false, EXPIRY + 60);
        assertEq(_settle(proof), 2150e8);
        _assertSettled(2150e8);
    }

    function test_Settle_BoundariesInTime() external {
        feed.push(2100e8, EXPIRY - 1);
        uint80 proof = feed.push(2150e8, EXPIRY);
        vm.warp(EXPIRY);
        assertEq(_settle(proof), 2150e8, "a round at the expiry itself");
        oracle.fixExpiry(weth, usd, EXPIRY + 7 days);
        feed.push(2160e8, EXPIRY + 7 days - 1);
        proof = feed.push(2170e8, EXPIRY + 7 days + MAX_DELAY);
        vm.warp(EXPIRY + 7 days + MAX_DELAY);
        assertEq(oracle.settle(weth, usd, EXPIRY + 7 days, proof), 2170e8, "a round at the end of the delay");
    }

    function test_Settle_BeforeTheExpiry_Refused() external {
        vm.warp(EXPIRY - 1);
        vm.expectRevert(abi.encodeWithSelector(ISettlementOracle.SettlementOracle_TooEarly.selector, EXPIRY));
        _settle(PHASE_1 + 1);
    }

    function test_Settle_NeverFixed_Refused() external {
        bytes memory notFixed =
            abi.encodeWithSelector(ISettlementOracle.SettlementOracle_ExpiryNotFixed.selector, weth, usd, EXPIRY + 1);
        vm.warp(EXPIRY + 8 days);
        vm.expectRevert(notFixed);
        oracle.settle(weth, usd, EXPIRY + 1, PHASE_1 + 1);
        vm.expectRevert(notFixed);
        oracle.settleFromSecondFeed(weth, usd, EXPIRY + 1, PHASE_1 + 1);
        vm.expectRevert(notFixed);
        oracle.settleFromLastRound(weth, usd, EXPIRY + 1, PHASE_1 + 1, false);
        vm.expectRevert(notFixed);
        oracle.provingRound(weth, usd, EXPIRY + 1, false);
        vm.expectRevert(notFixed);
        oracle.lastRoundBefore(weth, usd, EXPIRY + 1);
    }

    function test_Settle_Twice_Refused() external {
        uint80 proof = _crossFirst();
        uint80 proof2 = _crossSecond();
        _settle(proof);
        bytes memory settled =
            abi.encodeWithSelector(ISettlementOracle.SettlementOracle_AlreadySettled.selector, 2150e8);
        vm.expectRevert(settled);
        _settle(proof);
        vm.warp(EXPIRY + 8 days);
        vm.expectRevert(settled);
        _settleSecond(proof2);
        vm.expectRevert(settled);
        _settleLast(PHASE_1 + 2, false);
    }

    function test_Settle_AnyOtherRound_Refused() external {
        uint80 proof = _crossFirst();
        feed.push(2900e8, EXPIRY + 90);
        vm.expectRevert(
            abi.encodeWithSelector(ISettlementOracle.SettlementOracle_RoundNotFirst.selector, EXPIRY + 60, EXPIRY)
        );
        _settle(proof + 1);
        vm.expectRevert(
            abi.encodeWithSelector(ISettlementOracle.SettlementOracle_RoundBeforeExpiry.selector, EXPIRY - 60, EXPIRY)
        );
        _settle(proof - 1);
        _assertUnsettled();
    }

    function test_Settle_RoundNotFirst_WhenTheOneBeforeIsAtTheExpiry() external {
        feed.push(2100e8, EXPIRY);
        uint80 later = feed.push(2150e8, EXPIRY + 1);
        vm.warp(EXPIRY + 1);
        vm.expectRevert(
            abi.encodeWithSelector(ISettlementOracle.SettlementOracle_RoundNotFirst.selector, EXPIRY, EXPIRY)
        );
        _settle(later);
        assertEq(_settle(later - 1), 2100e8);
    }

    function test_Settle_TooLate_Refused() external {
        feed.push(2100e8, EXPIRY - 60);
        uint80 late = feed.push(2150e8, EXPIRY + MAX_DELAY + 1);
        vm.warp(EXPIRY + MAX_DELAY + 1);
        vm.expectRevert(
            abi.encodeWithSelector(
                ISettlementOracle.SettlementOracle_RoundTooLate.selector, EXPIRY + MAX_DELAY + 1, EXPIRY + MAX_DELAY
            )
        );
        _settle(late);
        (bool found,) = oracle.provingRound(weth, usd, EXPIRY, false);
        assertFalse(found);
    }

    function test_Settle_FirstRoundOfAPhase_Refused() external {
        feed.startPhase();
        uint80 first = feed.push(2150e8, EXPIRY + 60);
        vm.warp(EXPIRY + MAX_DELAY + 1);
        vm.expectRevert(abi.encodeWithSelector(ISettlementOracle.SettlementOracle_NoRoundBefore.selector, first));
        _settle(first);
        vm.expectRevert(abi.encodeWithSelector(ISettlementOracle.SettlementOracle_NoRoundBefore.selector, first - 1));
        _settle(first - 1);
    }

    function test_Settle_UnsoundRound_ProvesNothing() external {
        for (uint256 kind; kind < BAD_KINDS; ++kind) {
            uint256 before = vm.snapshotState();
            uint80 id = _crossFirst();
            _spoil(feed, id, EXPIRY + 60, kind);
            vm.expectRevert(
                abi.encodeWithSelector(ISettlementOracle.SettlementOracle_RoundUnsound.selector, address(feed), id)
            );
            _settle(id);
            (bool found,) = oracle.provingRound(weth, usd, EXPIRY, false);
            assertFalse(found, vm.toString(kind));
            vm.clearMockedCalls();
            vm.revertToState(before);
        }
    }

    function test_Settle_UnsoundRoundBefore_ProvesNothing() external {
        for (uint256 kind; kind < BAD_KINDS; ++kind) {
            uint256 before = vm.snapshotState();
            uint80 id = _crossFirst();
            _spoil(feed, id - 1, EXPIRY - 60, kind);
            vm.expectRevert(
                abi.encodeWithSelector(ISettlementOracle.SettlementOracle_RoundUnsound.selector, address(feed), id - 1)
            );
            _settle(id);
            (bool found,) = oracle.provingRound(weth, usd, EXPIRY, false);
            assertFalse(found, vm.toString(kind));
            vm.clearMockedCalls();
            vm.revertToState(before);
        }
    }

    function test_Settle_RoundFromTheFuture_Refused() external {
        uint80 id = _crossFirst();
        vm.warp(EXPIRY + 59);
        vm.expectRevert(
            abi.encodeWithSelector(ISettlementOracle.SettlementOracle_RoundUnsound.selector, address(feed), id)
        );
        _settle(id);
        vm.warp(EXPIRY + 60);
        assertEq(_settle(id), 2150e8);
    }

    function test_Settle_GreatestAndLeastPrice() external {
        uint80 id = _crossFirst();
        feed.setRound(id, _good(int256(uint256(type(uint96).max)), EXPIRY + 60, id));
        uint256 state = vm.snapshotState();
        assertEq(_settle(id), type(uint96).max);
        vm.revertToState(state);
        feed.setRound(id, _good(1, EXPIRY + 60, id));
        assertEq(_settle(id), 1);
    }

    // ---- phases

    function test_Settle_PhaseChanged_WaitsForTheDelay() external {
        feed.startPhase();
        feed.push(2110e8, EXPIRY - 10);
        uint80 proof = feed.push(2120e8, EXPIRY + 10);
        vm.warp(EXPIRY + MAX_DELAY);
        vm.expectRevert(
            abi.encodeWithSelector(ISettlementOracle.SettlementOracle_TooEarly.selector, EXPIRY + MAX_DELAY + 1)
        );
        _settle(proof);
        vm.warp(EXPIRY + MAX_DELAY + 1);
        (bool found, uint80 roundId) = oracle.provingRound(weth, usd, EXPIRY, false);
        assertTrue(found);
        assertEq(roundId, proof);
        assertEq(_settle(proof), 2120e8);
    }

    function test_Settle_OverlappingPhases_LowestCounts() external {
        uint80 lower = _crossFirst();
        feed.startPhase();
        feed.push(2110e8, EXPIRY - 10);
        uint80 higher = feed.push(2120e8, EXPIRY + 10);
        vm.warp(EXPIRY + MAX_DELAY + 1);
        vm.expectRevert(abi.encodeWithSelector(ISettlementOracle.SettlementOracle_LowerPhaseProves.selector, lower));
        _settle(higher);
        (, uint80 roundId) = oracle.provingRound(weth, usd, EXPIRY, false);
        assertEq(roundId, lower);
        assertEq(_settle(lower), 2150e8);
    }

    function test_Settle_ThreePhases_TheMiddleCountsWhenTheLowestDoesNotProve() external {
        feed.startPhase();
        feed.push(2110e8, EXPIRY - 10);
        uint80 middle = feed.push(2120e8, EXPIRY + 10);
        feed.startPhase();
        feed.push(2130e8, EXPIRY - 5);
        uint80 highest = feed.push(2140e8, EXPIRY + 5);
        vm.warp(EXPIRY + MAX_DELAY + 1);
        vm.expectRevert(abi.encodeWithSelector(ISettlementOracle.SettlementOracle_LowerPhaseProves.selector, middle));
        _settle(highest);
        assertEq(_settle(middle), 2120e8);
    }

    function test_Settle_LowerPhaseTooLate_DoesNotCount() external {
        feed.push(2100e8, EXPIRY - 60);
        feed.push(2150e8, EXPIRY + MAX_DELAY + 1);
        feed.startPhase();
        feed.push(2110e8, EXPIRY - 10);
        uint80 higher = feed.push(2120e8, EXPIRY + 10);
        vm.warp(EXPIRY + MAX_DELAY + 1);
        assertEq(_settle(higher), 2120e8);
    }

    function test_Settle_PhaseBeforeFixing_DoesNotCount() external {
        feed.startPhase();
        feed.push(2005e8, START);
        uint64 expiry = EXPIRY + 7 days;
        oracle.fixExpiry(weth, usd, expiry);
        feed.setRound(PHASE_1 + 2, _good(1900e8, expiry - 20, PHASE_1 + 2));
        feed.setRound(PHASE_1 + 3, _good(1901e8, expiry + 20, PHASE_1 + 3));
        feed.push(2110e8, expiry - 10);
        uint80 proof = feed.push(2120e8, expiry + 10);
        vm.warp(expiry + 30);
        vm.expectRevert(abi.encodeWithSelector(ISettlementOracle.SettlementOracle_PhaseBeforeFixing.selector, 1, 2));
        oracle.settle(weth, usd, expiry, PHASE_1 + 3);
        assertEq(oracle.settle(weth, usd, expiry, proof), 2120e8, "no wait: it is the noted phase");
    }

    // ---- the second feed

    function test_SecondFeed_AfterADay_WithItsOwnDecimals() external {
        uint80 proof = _crossSecond();
        vm.warp(EXPIRY + 1 days - 1);
        vm.expectRevert(abi.encodeWithSelector(ISettlementOracle.SettlementOracle_TooEarly.selector, EXPIRY + 1 days));
        _settleSecond(proof);
        vm.warp(EXPIRY + 1 days);
        (bool found, uint80 roundId) = oracle.provingRound(weth, usd, EXPIRY, true);
        assertTrue(found);
        assertEq(roundId, proof);
        vm.expectEmit(address(oracle));
        emit ISettlementOracle.PriceSettled(weth, usd, EXPIRY, 2155e8, proof, true, EXPIRY + 30);
        assertEq(_settleSecond(proof), 2155e8);
        _assertSettled(2155e8);
    }

    function test_SecondFeed_SameRule() external {
        uint80 proof = _crossSecond();
        vm.warp(EXPIRY + 1 days);
        vm.expectRevert(
            abi.encodeWithSelector(ISettlementOracle.SettlementOracle_RoundBeforeExpiry.selector, EXPIRY - 30, EXPIRY)
        );
        _settleSecond(proof - 1);
        second.setDecimals(8);
        vm.expectRevert(
            abi.encodeWithSelector(ISettlementOracle.SettlementOracle_DecimalsChanged.selector, address(second), 18, 8)
        );
        _settleSecond(proof);
    }

    function test_SecondFeed_WhenTheFirstProves_Refused() external {
        uint80 first = _crossFirst();
        uint80 proof = _crossSecond();
        vm.warp(EXPIRY + 1 days);
        vm.expectRevert(abi.encodeWithSelector(ISettlementOracle.SettlementOracle_FirstFeedProves.selector, first));
        _settleSecond(proof);
        feed.setDown(true);
        assertEq(_settleSecond(proof), 2155e8, "a feed that no longer answers proves nothing");
    }

    function test_SecondFeed_WhenTheFirstChangedDecimals() external {
        _crossFirst();
        uint80 proof = _crossSecond();
        feed.setDecimals(18);
        vm.warp(EXPIRY + 1 days);
        assertEq(_settleSecond(proof), 2155e8);
    }

    function test_SecondFeed_NotSet_Refused() external {
        _setFeeds(FeedConfig(address(feed), address(0), MAX_DELAY, MAX_AGE));
        oracle.fixExpiry(weth, usd, EXPIRY + 1);
        vm.warp(EXPIRY + 1 + 1 days);
        vm.expectRevert(ISettlementOracle.SettlementOracle_NoSecondFeed.selector);
        oracle.settleFromSecondFeed(weth, usd, EXPIRY + 1, PHASE_1 + 1);
        (bool found, uint80 roundId) = oracle.provingRound(weth, usd, EXPIRY + 1, true);
        assertFalse(found);
        assertEq(roundId, 0);
    }
}

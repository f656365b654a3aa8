// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ISettlementOracle} from "../../src/oracle/ISettlementOracle.sol";
import {NaiveOracle} from "./NaiveOracle.sol";
import {SettlementOracleBase} from "./SettlementOracleBase.sol";

/// @notice What took money out of option protocols: each fails here and succeeds on the naive twin.
contract SettlementOracleAttacksTest is SettlementOracleBase {
    NaiveOracle private naive;

    function setUp() public override {
        super.setUp();
        naive = new NaiveOracle();
        _fix();
    }

    function test_Attack_ForgedExpiryPrice_AnyLaterRound() external {
        uint80 fair = _crossFirst();
        uint80 favourable = feed.push(2900e8, EXPIRY + 30 minutes);
        vm.warp(EXPIRY + 1 hours);
        assertEq(naive.settle(feed, EXPIRY, favourable), 2900e8, "the twin lets the caller choose");
        vm.expectRevert(
            abi.encodeWithSelector(ISettlementOracle.SettlementOracle_RoundNotFirst.selector, EXPIRY + 60, EXPIRY)
        );
        _settle(favourable);
        assertEq(_settle(fair), 2150e8);
    }

    function test_Attack_ForgedExpiryPrice_MissingRoundBefore() external {
        for (uint256 kind; kind < 2; ++kind) {
            uint256 before = vm.snapshotState();
            uint80 fair = _crossFirst();
            feed.push(2500e8, EXPIRY + 80);
            uint80 favourable = feed.push(2900e8, EXPIRY + 90);
            vm.warp(EXPIRY + 90);
            // The round before the favourable one cannot be read, with zeros or with a revert.
            feed.setRevertsOnMissing(kind == 1);
            feed.setRound(favourable - 1, _good(0, 0, 0));
            assertEq(naive.settle(feed, EXPIRY, favourable), 2900e8);
            vm.expectRevert(
                abi.encodeWithSelector(
                    ISettlementOracle.SettlementOracle_RoundUnsound.selector, address(feed), favourable - 1
                )
            );
            _settle(favourable);
            assertEq(_settle(fair), 2150e8);
            vm.revertToState(before);
        }
    }

    function test_Attack_DecimalsChanged() external {
        uint80 proof = _crossFirst();
        feed.setDecimals(18);
        assertEq(naive.settle(feed, EXPIRY, proof), 21, "the twin settles at a ten-billionth");
        vm.expectRevert(
            abi.encodeWithSelector(ISettlementOracle.SettlementOracle_DecimalsChanged.selector, address(feed), 8, 18)
        );
        _settle(proof);
        _assertUnsettled();
    }

    function test_Attack_NegativeRound() external {
        uint80 proof = _crossFirst();
        feed.setRound(proof, _good(-1, EXPIRY + 60, proof));
        assertEq(naive.settle(feed, EXPIRY, proof), type(uint256).max, "every call of the twin is worth everything");
        vm.expectRevert(
            abi.encodeWithSelector(ISettlementOracle.SettlementOracle_RoundUnsound.selector, address(feed), proof)
        );
        _settle(proof);
    }

    function test_Attack_ZeroRound() external {
        uint80 proof = _crossFirst();
        feed.setRound(proof, _good(0, EXPIRY + 60, proof));
        assertEq(naive.settle(feed, EXPIRY, proof), 0, "every put of the twin is worth its strike");
        vm.expectRevert(
            abi.encodeWithSelector(ISettlementOracle.SettlementOracle_RoundUnsound.selector, address(feed), proof)
        );
        _settle(proof);
    }

    function test_Attack_StaleFeed() external {
        feed.push(2100e8, EXPIRY - 2 days);
        vm.warp(EXPIRY + 1);
        assertEq(naive.settleLatest(feed, EXPIRY), 2100e8, "the twin takes a price of two days ago");
        vm.expectRevert(
            abi.encodeWithSelector(
                ISettlementOracle.SettlementOracle_RoundBeforeExpiry.selector, EXPIRY - 2 days, EXPIRY
            )
        );
        _settle(PHASE_1 + 2);
    }

    function test_Attack_CarriedOverRound() external {
        uint80 proof = _crossFirst();
        feed.setRound(proof, _good(2000e8, EXPIRY + 60, proof - 1));
        assertEq(naive.settle(feed, EXPIRY, proof), 2000e8, "the twin takes an answer of an earlier round");
        vm.expectRevert(
            abi.encodeWithSelector(ISettlementOracle.SettlementOracle_RoundUnsound.selector, address(feed), proof)
        );
        _settle(proof);
    }

    function test_Attack_PhaseChange_ChoiceBetweenTwoPrices() external {
        uint80 fair = _crossFirst();
        feed.startPhase();
        feed.push(2110e8, EXPIRY - 10);
        uint80 favourable = feed.push(2600e8, EXPIRY + 10);
        vm.warp(EXPIRY + 1 days);
        assertEq(naive.settle(feed, EXPIRY, favourable), 2600e8);
        vm.expectRevert(abi.encodeWithSelector(ISettlementOracle.SettlementOracle_LowerPhaseProves.selector, fair));
        _settle(favourable);
        assertEq(_settle(fair), 2150e8);
    }

    function test_Attack_ReplacedFeed() external {
        uint80 fair = _crossFirst();
        vm.prank(owner);
        oracle.setFeeds(weth, usd, _config());
        assertEq(oracle.fixedFeedsOf(weth, usd, EXPIRY).feed, address(feed));
        assertEq(_settle(fair), 2150e8, "what was fixed stays");
    }

    /// @dev Starving the reads of the first feed must not open the second.
    function testFuzz_Attack_StarvedOfGas(uint256 gasLimit) external {
        for (uint256 i; i < 40; ++i) {
            feed.push(int256(2000e8 + i), START + i * 3 hours);
        }
        feed.push(2100e8, EXPIRY - 60);
        feed.push(2150e8, EXPIRY + 60);
        uint80 other = _crossSecond();
        vm.warp(EXPIRY + 1 days);
        gasLimit = bound(gasLimit, 30_000, 1_500_000);
        (bool success,) = address(oracle).call{gas: gasLimit}(
            abi.encodeCall(ISettlementOracle.settleFromSecondFeed, (weth, usd, EXPIRY, other))
        );
        assertFalse(success);
        _assertUnsettled();
    }
}

// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Account} from "../../src/clearing/IClearinghouse.sol";
import {ISettlementOracle} from "../../src/oracle/ISettlementOracle.sol";
import {Health, Liquidation} from "../../src/portfolio/IPortfolioClearinghouse.sol";
import {IPortfolioErrors} from "../../src/portfolio/IPortfolioErrors.sol";
import {IRiskBounds, RiskParameters} from "../../src/portfolio/IRiskBounds.sol";
import {ITransferHook, TestToken} from "../base/TestToken.sol";
import {NaiveLiquidation} from "./NaiveLiquidation.sol";
import {PortfolioBase} from "./PortfolioBase.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";

/// @notice What has been done to margin systems, done here in vain; where it teaches something, done to a naive twin with success.
contract PortfolioAttacksTest is PortfolioBase, ITransferHook {
    uint256 private put;
    Account private account;
    Account private taker;

    function setUp() public override {
        super.setUp();
        put = _pfPut(1800e8);
        (account, taker) = (_usd(alice), _usd(bob));
        _open(account, 6000e6 + 1);
        _open(taker, 100_000e6);
        _sell(account, put, 10e18, carol);
    }

    /// @dev A fixed bonus takes more than the slice's part: each slice makes the next one due, until nothing is left. Here each makes it less.
    function test_Attack_SpiralOfLiquidations() external {
        NaiveLiquidation naive = new NaiveLiquidation(6000e6 + 1, -10e18, 1800e8, 1_000);
        uint256 ratio = naive.collateral() * 1e6 / naive.maintenance(1500e8);
        for (uint256 i; i < 4; ++i) {
            naive.liquidate(1500e8, 2_000);
            uint256 next = naive.collateral() * 1e6 / naive.maintenance(1500e8);
            assertLt(next, ratio, "the naive one spirals");
            ratio = next;
        }
        _spot(1500e8);
        portfolio.startLiquidation(account);
        for (uint256 i; portfolio.auctionOf(account).startedAt != 0; ++i) {
            Health memory before = _health(account);
            _liquidate(account, taker, 2_000);
            Health memory rest = _health(account);
            assertGt(rest.collateral * before.maintenance, before.collateral * rest.maintenance);
            vm.warp(block.timestamp + 10 minutes);
            _spot(1500e8);
        }
        assertGe(_health(account).collateral, _health(account).maintenance, "healed");
    }

    /// @dev Whoever comes first takes all and the last one nothing; here all get the same part, whenever they come.
    function test_Attack_RunToTheExit() external {
        NaiveLiquidation naive = new NaiveLiquidation(6000e6, -10e18, 1800e8, 0);
        naive.setLong(bob, 5e18);
        naive.setLong(carol, 5e18);
        vm.prank(bob);
        assertEq(naive.exercise(600e8), 6000e6, "the first is paid in full");
        vm.prank(carol);
        assertEq(naive.exercise(600e8), 0, "the last not at all");
        vm.prank(carol);
        portfolio.transfer(bob, put, 5e18);
        _finalPrice(600e8);
        _settleOne(account);
        vm.prank(bob);
        uint256 first = portfolio.exercise(put, 5e18, bob);
        vm.prank(carol);
        assertEq(portfolio.exercise(put, 5e18, carol), first);
        assertEq(first, 3000e6);
    }

    /// @dev Parameters that bind at once let their owner liquidate whom it likes; here a book's never change.
    function test_Attack_ParametersTightenedUnderAnAccount() external {
        NaiveLiquidation naive = new NaiveLiquidation(6000e6 + 1, -10e18, 1800e8, 1_000);
        assertGe(naive.collateral(), naive.maintenance(2000e8));
        naive.setMaintenanceDown(9_900);
        assertLt(naive.collateral(), naive.maintenance(2000e8), "liquidatable by a stroke of the pen");
        RiskParameters memory tight = _parameters();
        (tight.initialDownBps, tight.maintenanceDownBps) = (9_900, 9_900);
        bounds.setParameters(address(weth), address(usd), tight);
        vm.expectPartialRevert(IPortfolioErrors.Portfolio_Healthy.selector);
        portfolio.startLiquidation(account);
    }

    /// @dev A liquidator cannot act on a price that the feed no longer stands for, nor an owner withdraw at one.
    function test_Attack_StalePrice() external {
        _spot(1500e8);
        portfolio.startLiquidation(account);
        vm.warp(START + 3 hours + 1);
        vm.expectPartialRevert(ISettlementOracle.SettlementOracle_StaleSpot.selector);
        _liquidate(account, taker, 2_000);
        vm.expectPartialRevert(ISettlementOracle.SettlementOracle_StaleSpot.selector);
        vm.prank(bob);
        portfolio.endLiquidation(account);
    }

    /// @dev Dust slices would keep everyone else out through the pause.
    function test_Attack_DustSlicesStallAnAuction() external {
        _spot(1500e8);
        portfolio.startLiquidation(account);
        vm.expectRevert(abi.encodeWithSelector(IRiskBounds.RiskBounds_SliceOutOfRange.selector, 1, 500, 2_000));
        _liquidate(account, taker, 1);
    }

    /// @dev Waiting for the factor beyond 1 with two accounts of one's own draws from the fund at most what lifts the slice to its maintenance margin.
    function test_Attack_OwnAccountsDrainTheFund() external {
        _contribute(usd, 10_000e6);
        _spot(1590e8); // maintenance 6,075: 75 are missing
        portfolio.startLiquidation(account);
        vm.warp(START + 3 hours);
        _spot(1590e8);
        Account memory own = _usd(alice);
        own.subId = 2;
        _open(own, 100_000e6);
        (uint256 fromAccount, uint256 fromFund) = _liquidate(account, own, 2_000);
        assertEq(fromAccount, 1200e6 - 4);
        assertEq(fromFund, 15e6, "a fifth of 75");
        assertEq(portfolio.fundOf(account), 9_985e6);
    }

    /// @dev Writing to oneself and losing: the loss is cut from the same series, holders of another series keep theirs.
    function test_Attack_ShortfallOfOnesOwnSeries_StaysWithIt() external {
        uint256 own = _pfPut(1700e8);
        Account memory attacker = _usd(carol);
        _open(attacker, 600e6 + 1);
        _sell(attacker, own, 1e18, carol);
        vm.prank(alice);
        portfolio.depositCollateral(account, 12_000e6);
        _finalPrice(600e8);
        _settleOne(attacker);
        _settleOne(account);
        vm.prank(carol);
        assertEq(portfolio.exercise(own, 1e18, carol), 600e6 + 1, "no more than was brought");
        vm.prank(carol);
        assertEq(portfolio.exercise(put, 10e18, carol), 12_000e6, "in full");
    }

    /// @dev A receiver whom the token blocks is stuck alone.
    function test_Attack_BlockedReceiver_StopsNobodyElse() external {
        usd.setBlocked(alice, true);
        _finalPrice(1700e8);
        _settleOne(account);
        vm.expectRevert(abi.encodeWithSelector(TestToken.TestToken_Blocked.selector, alice));
        vm.prank(alice);
        portfolio.withdrawClaim(address(usd), 1, alice);
        vm.prank(carol);
        assertEq(portfolio.exercise(put, 10e18, carol), 1_000e6);
        vm.prank(alice);
        portfolio.withdrawClaim(address(usd), 5000e6 + 1, bob);
    }

    /// @dev One collateral, two payments: burned once, paid once.
    function test_Attack_ExerciseTwice() external {
        _finalPrice(1700e8);
        _settleOne(account);
        vm.startPrank(carol);
        portfolio.exercise(put, 10e18, carol);
        vm.expectRevert();
        portfolio.exercise(put, 1, carol);
        vm.stopPrank();
    }

    /// @dev A token that calls back finds the door closed.
    function test_Attack_ReentrancyThroughTheAsset() external {
        usd.setHook(address(this));
        vm.expectRevert(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector);
        vm.prank(bob);
        portfolio.withdrawCollateral(taker, 1, bob);
    }

    function onTransfer(address, address, uint256) external {
        portfolio.liquidate(Liquidation(account, taker, 2_000, 0));
    }

    /// @dev After the expiry nothing is priced at the spot any more, and no collateral leaves before its account is settled.
    function test_Attack_WithdrawBetweenExpiryAndPrice() external {
        vm.warp(EXPIRY);
        vm.expectRevert(abi.encodeWithSelector(IPortfolioErrors.Portfolio_Expired.selector, EXPIRY));
        vm.prank(alice);
        portfolio.withdrawCollateral(account, 1, alice);
    }
}

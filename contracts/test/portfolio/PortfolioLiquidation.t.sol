// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Account} from "../../src/clearing/IClearinghouse.sol";
import {IPortfolioClearinghouse, Liquidation} from "../../src/portfolio/IPortfolioClearinghouse.sol";
import {IPortfolioErrors} from "../../src/portfolio/IPortfolioErrors.sol";
import {Auction, IRiskBounds} from "../../src/portfolio/IRiskBounds.sol";
import {PortfolioClearinghouse} from "../../src/portfolio/PortfolioClearinghouse.sol";
import {RiskBounds} from "../../src/portfolio/RiskBounds.sol";
import {TestFeed} from "../base/TestFeed.sol";
import {PortfolioBase} from "./PortfolioBase.sol";

/// @notice Alice is short ten puts at 1,800 and the spot falls; bob takes slices.
contract PortfolioLiquidationTest is PortfolioBase {
    uint256 private put;
    Account private account;
    Account private taker;

    function setUp() public override {
        super.setUp();
        put = _pfPut(1800e8);
        account = _usd(alice);
        taker = _usd(bob);
        _open(account, 6000e6 + 1);
        _open(taker, 100_000e6);
        _sell(account, put, 10e18, carol);
    }

    function test_Start_OnlyBelowMaintenance() external {
        vm.expectRevert(
            abi.encodeWithSelector(
                IPortfolioErrors.Portfolio_Healthy.selector, _id(account), 6000e6 + 1, 3000e6 + 1, 2000e8
            )
        );
        portfolio.startLiquidation(account);
        _spot(1600e8); // down to 1,280: 520 of loss, 5 % of 1,600 is 80
        assertEq(_health(account).maintenance, 6000e6 + 1);
        vm.expectPartialRevert(IPortfolioErrors.Portfolio_Healthy.selector);
        portfolio.startLiquidation(account);
        _spot(1599e8);
        vm.expectEmit(address(portfolio));
        emit IPortfolioClearinghouse.LiquidationStarted(
            _id(account), carol, 6000e6 + 1, 10 * (520.8e6 + 79.95e6) + 1, 1599e8
        );
        vm.prank(carol);
        portfolio.startLiquidation(account);
        vm.expectRevert(
            abi.encodeWithSelector(
                IPortfolioErrors.Portfolio_AuctionRuns.selector, _id(account), uint64(START + 4 hours)
            )
        );
        portfolio.startLiquidation(account);
        Auction memory auction = portfolio.auctionOf(account);
        assertEq(uint256(auction.startedAt), START);
        assertEq(uint256(auction.nextSliceAt), START);
        assertEq(auction.factorBps, 5_000);
    }

    function test_Factor_RisesToTheWholeAndOnToTheGreatest() external {
        _fall(1500e8);
        _after(30 minutes, 1500e8);
        assertEq(portfolio.auctionOf(account).factorBps, 7_500);
        _after(1 hours, 1500e8);
        assertEq(portfolio.auctionOf(account).factorBps, 10_000);
        _after(90 minutes, 1500e8);
        assertEq(portfolio.auctionOf(account).factorBps, 12_500);
        _after(3 hours, 1500e8);
        assertEq(portfolio.auctionOf(account).factorBps, 15_000);
        _after(4 hours, 1500e8);
        assertEq(uint256(portfolio.auctionOf(account).startedAt), START);
        _after(4 hours + 1, 1500e8);
        assertEq(uint256(portfolio.auctionOf(account).startedAt), 0, "over");
        vm.expectRevert(IRiskBounds.RiskBounds_NoAuction.selector);
        _liquidate(account, taker, 2_000);
        portfolio.startLiquidation(account);
        assertEq(portfolio.auctionOf(account).factorBps, 5_000, "anew");
    }

    /// @dev At 1,500 maintenance asks for 1,800 − 1,200 and 75 a put. After a slice at 75 % the account keeps 85 % of its collateral for 80 % of the risk.
    function test_Slice_MovesTheSamePartOfEveryLeg_AndLessOfTheCollateral() external {
        _fall(1500e8);
        _after(30 minutes, 1500e8);
        vm.expectEmit(address(portfolio));
        emit IPortfolioClearinghouse.AccountSliced(
            _id(account), _id(taker), 2_000, 7_500, 900e6 - 4, 0, 6000e6 + 1, 6750e6 + 1, 1500e8
        );
        (uint256 fromAccount, uint256 fromFund) = _liquidate(account, taker, 2_000);
        assertEq(fromAccount, 900e6 - 4);
        assertEq(fromFund, 0);
        assertEq(portfolio.collateralOf(account), 5100e6 + 5);
        assertEq(portfolio.collateralOf(taker), 100_900e6 - 4);
        assertEq(_pfSize(account, put), -8e18);
        assertEq(_pfSize(taker, put), -2e18);
        assertEq(portfolio.totalShort(put), 10e18);
        assertEq(portfolio.totalSupply(put), 10e18);
        assertEq(_health(account).maintenance, 5400e6 + 1);
        vm.expectRevert(
            abi.encodeWithSelector(IRiskBounds.RiskBounds_Paused.selector, uint64(block.timestamp + 10 minutes))
        );
        _liquidate(account, taker, 2_000);
        _after(40 minutes, 1500e8);
    }

    function test_Slices_EndWhenTheAccountHoldsItsMargin() external {
        _fall(1590e8);
        _after(1, 1590e8);
        _liquidate(account, taker, 2_000);
        assertEq(uint256(portfolio.auctionOf(account).startedAt), 0, "one slice at half was enough");
        assertGe(portfolio.collateralOf(account), _health(account).maintenance);
        _after(30 minutes, 1590e8);
        vm.expectPartialRevert(IPortfolioErrors.Portfolio_Healthy.selector);
        _liquidate(account, taker, 2_000);
    }

    function test_End_ByAnyone_OnceTheMarginIsThere() external {
        vm.expectRevert(IRiskBounds.RiskBounds_NoAuction.selector);
        portfolio.endLiquidation(account);
        _fall(1500e8);
        vm.expectRevert(
            abi.encodeWithSelector(
                IPortfolioErrors.Portfolio_Unhealthy.selector, _id(account), 6000e6 + 1, 6750e6 + 1, 1500e8
            )
        );
        portfolio.endLiquidation(account);
        vm.prank(alice);
        portfolio.depositCollateral(account, 750e6);
        vm.prank(carol);
        portfolio.endLiquidation(account);
        assertEq(uint256(portfolio.auctionOf(account).startedAt), 0);
    }

    function test_Slice_OutOfRange_OrBelowTheTakersPrice_Refused() external {
        _fall(1500e8);
        vm.expectRevert(abi.encodeWithSelector(IRiskBounds.RiskBounds_SliceOutOfRange.selector, 2_001, 500, 2_000));
        _liquidate(account, taker, 2_001);
        vm.expectRevert(abi.encodeWithSelector(IRiskBounds.RiskBounds_SliceOutOfRange.selector, 499, 500, 2_000));
        _liquidate(account, taker, 499);
        vm.expectRevert(abi.encodeWithSelector(IRiskBounds.RiskBounds_FactorTooLow.selector, 5_000, 5_001));
        vm.prank(bob);
        portfolio.liquidate(Liquidation(account, taker, 2_000, 5_001));
    }

    function test_Slice_ForAnUnfitTaker_Refused() external {
        _fall(1500e8);
        vm.expectRevert(abi.encodeWithSelector(IPortfolioErrors.Portfolio_NotAuthorised.selector, carol, bob));
        vm.prank(carol);
        portfolio.liquidate(Liquidation(account, taker, 2_000, 0));
        vm.expectRevert(abi.encodeWithSelector(IPortfolioErrors.Portfolio_SameAccount.selector, _id(account)));
        _liquidate(account, account, 2_000);
        vm.expectRevert(abi.encodeWithSelector(IPortfolioErrors.Portfolio_NotOpened.selector, _id(_usd(carol))));
        _liquidate(account, _usd(carol), 2_000);
        _pfCoinCall(2200e8);
        _open(_coin(bob), 1e18);
        vm.expectRevert(
            abi.encodeWithSelector(IPortfolioErrors.Portfolio_BooksDiffer.selector, _id(account), _id(_coin(bob)))
        );
        _liquidate(account, _coin(bob), 2_000);
        vm.prank(bob);
        portfolio.withdrawCollateral(taker, 99_900e6, bob);
        vm.expectPartialRevert(IPortfolioErrors.Portfolio_Undercovered.selector);
        _liquidate(account, taker, 2_000);
    }

    /// @dev Beyond 1 the account gives its part of the slice and no more; the fund gives (f − 1) of the slice's maintenance, at most up to it.
    function test_Slice_BeyondTheWhole_TheFundPays() external {
        _contribute(usd, 1_000e6);
        _fall(1500e8);
        _after(90 minutes, 1500e8);
        (uint256 fromAccount, uint256 fromFund) = _liquidate(account, taker, 2_000);
        assertEq(fromAccount, 1200e6 - 4, "a fifth of the collateral");
        assertEq(fromFund, 150e6, "a fifth of the 750 that are missing to the maintenance margin");
        assertEq(portfolio.fundOf(account), 850e6);
        _after(100 minutes, 1200e8); // 1,800 − 960 and 60: 7,200 for eight puts, 4,800 there
        assertEq(portfolio.auctionOf(account).factorBps, 13_333);
        (fromAccount, fromFund) = _liquidate(account, taker, 2_000);
        assertEq(fromAccount, 960e6 - 3, "a fifth of 4,800 and four units");
        assertEq(fromFund, 479_952_000, "a fifth of 33.33 % of 7,200");
    }

    function test_Slice_TheFundPaysNoMoreThanItHas() external {
        _contribute(usd, 100e6);
        _fall(1500e8);
        _after(90 minutes, 1500e8);
        (, uint256 fromFund) = _liquidate(account, taker, 2_000);
        assertEq(fromFund, 100e6);
        assertEq(portfolio.fundOf(account), 0);
        _after(100 minutes, 1500e8);
        (uint256 fromAccount, uint256 rest) = _liquidate(account, taker, 2_000);
        assertEq(fromAccount, 960e6 - 3, "a fifth of 4,800 and four units");
        assertEq(rest, 0);
    }

    /// @dev A long leg goes along, rounded down, and nets with what the taker holds.
    function test_Slice_TakesTheLongsAlong() external {
        uint256 wing = _put(900e8);
        _holdLong(account, wing, 3);
        _fall(1000e8);
        _liquidate(account, taker, 2_000);
        assertEq(_pfSize(account, wing), 3, "a fifth of three units is nothing");
        _holdLong(account, wing, 10e18 - 3);
        vm.warp(START + 10 minutes);
        _liquidate(account, taker, 2_000);
        assertEq(_pfSize(account, wing), 8e18);
        assertEq(_pfSize(taker, wing), 2e18);
        assertEq(_pfSize(account, put), -6.4e18);
        assertEq(house.balanceOf(address(portfolio), wing), 10e18);
    }

    function test_Sequencer_NothingWhileItIsDown_NorInItsGrace() external {
        TestFeed uptime = new TestFeed(0);
        bounds = new RiskBounds(address(this), address(uptime), 1 hours);
        bounds.setParameters(address(weth), address(usd), _parameters());
        portfolio = new PortfolioClearinghouse(address(house), address(bounds));
        vm.prank(alice);
        usd.approve(address(portfolio), type(uint256).max);
        put = _pfPut(1800e8);
        _open(account, 6000e6 + 1);
        _sell(account, put, 10e18, carol);
        uptime.push(1, START);
        _spot(1500e8);
        vm.expectRevert(abi.encodeWithSelector(IRiskBounds.RiskBounds_SequencerGrace.selector, 0));
        portfolio.startLiquidation(account);
        uptime.push(0, START);
        vm.expectRevert(abi.encodeWithSelector(IRiskBounds.RiskBounds_SequencerGrace.selector, START + 1 hours));
        portfolio.startLiquidation(account);
        vm.warp(START + 1 hours - 1);
        vm.expectRevert(abi.encodeWithSelector(IRiskBounds.RiskBounds_SequencerGrace.selector, START + 1 hours));
        portfolio.startLiquidation(account);
        vm.warp(START + 1 hours);
        portfolio.startLiquidation(account);
        assertEq(bounds.sequencerFeed(), address(uptime));
        assertEq(bounds.graceSeconds(), 1 hours);
    }

    function test_Liquidation_AfterTheExpiry_Refused() external {
        _fall(1500e8);
        vm.warp(EXPIRY);
        vm.expectRevert(abi.encodeWithSelector(IPortfolioErrors.Portfolio_Expired.selector, EXPIRY));
        _liquidate(account, taker, 2_000);
        vm.expectRevert(abi.encodeWithSelector(IPortfolioErrors.Portfolio_Expired.selector, EXPIRY));
        portfolio.startLiquidation(account);
    }

    /// @dev Whatever the spot, the slice and the time: the rest holds no smaller part of what it must hold, and the taker gets no more than f of the slice.
    function testFuzz_Slice_NeverWorsensTheRest(uint256 spot, uint256 sliceBps, uint256 elapsed, uint256 paid)
        external
    {
        spot = bound(spot, 300e8, 1590e8);
        sliceBps = bound(sliceBps, 500, 2_000);
        elapsed = bound(elapsed, 0, 4 hours);
        _contribute(usd, bound(paid, 0, 2_000e6));
        vm.prank(bob);
        portfolio.depositCollateral(taker, 1_000_000e6);
        _fall(spot);
        _after(elapsed, spot);
        uint256 factor = portfolio.auctionOf(account).factorBps;
        uint256 collateral = portfolio.collateralOf(account);
        uint256 maintenance = _health(account).maintenance;
        uint256 fund = portfolio.fundOf(account);
        (uint256 fromAccount, uint256 fromFund) = _liquidate(account, taker, sliceBps);
        uint256 capped = factor < 10_000 ? factor : 10_000;
        assertLe(fromAccount * 1e8, collateral * capped * sliceBps, "more than f of the slice");
        assertEq(portfolio.collateralOf(account), collateral - fromAccount);
        assertEq(portfolio.fundOf(account), fund - fromFund);
        if (factor <= 10_000) assertEq(fromFund, 0);
        assertLe((fromAccount + fromFund) * 10_000, maintenance * sliceBps, "more than the slice's maintenance margin");
        uint256 rest = _health(account).maintenance;
        assertGe(portfolio.collateralOf(account) * maintenance, collateral * rest, "worse than before");
    }

    function _fall(uint256 spot) private {
        _spot(spot);
        portfolio.startLiquidation(account);
    }

    function _after(uint256 elapsed, uint256 spot) private {
        vm.warp(START + elapsed);
        _spot(spot);
    }
}

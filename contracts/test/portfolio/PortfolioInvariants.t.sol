// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Account} from "../../src/clearing/IClearinghouse.sol";
import {ClaimTerms} from "../../src/portfolio/IPortfolioClearinghouse.sol";
import {TestToken} from "../base/TestToken.sol";
import {PortfolioBase} from "./PortfolioBase.sol";
import {PortfolioHandler, PortfolioWorld} from "./PortfolioHandler.sol";

/// @notice Invariants 1, 2, 3 and 10 over whole lives of portfolio accounts: everything that can be done, in any order, with a spot that jumps.
contract PortfolioInvariantsTest is PortfolioBase {
    PortfolioHandler private handler;

    function setUp() public override {
        super.setUp();
        handler = new PortfolioHandler(PortfolioWorld(house, portfolio, bounds, feed, weth, usd, EXPIRY));
        targetOnly(address(handler), _actions());
    }

    /// forge-config: default.invariant.runs = 12
    function invariant_1_PortfolioShortsOfASeriesEqualItsSupply() external view {
        (uint256 count,) = handler.seriesCount();
        for (uint256 s; s < count; ++s) {
            uint256 id = handler.portfolioSeries(s);
            uint256 short;
            uint256 inHand;
            for (uint256 i; i < 2 * handler.PEOPLE(); ++i) {
                int256 size = _pfSize(handler.accountAt(i / 2, i % 2 == 0), id);
                assertLe(size, int256(0), "an account is long of a portfolio series");
                short += uint256(-size);
                if (i % 2 == 0) inHand += portfolio.balanceOf(handler.personAt(i / 2), id);
            }
            assertEq(portfolio.totalShort(id), short, "accounts' shorts");
            assertEq(portfolio.totalSupply(id), short, "supply");
            assertEq(inHand, short, "tokens in hand");
        }
    }

    /// forge-config: default.invariant.runs = 12
    function invariant_2_WhatPortfolioHoldsIsCollateralAndFunds() external view {
        TestToken[2] memory assets = [usd, weth];
        for (uint256 a; a < 2; ++a) {
            address asset = address(assets[a]);
            uint256 held = portfolio.totalHeld(asset);
            assertEq(held, handler.paidIn(asset) - handler.paidOut(asset), "held is not what came in less what went");
            assertEq(assets[a].balanceOf(address(portfolio)), held, "the tokens are not here");
            uint256 owed = portfolio.fundOf(handler.accountAt(0, a == 1));
            for (uint256 who; who < handler.PEOPLE(); ++who) {
                owed += portfolio.collateralOf(handler.accountAt(who, a == 1));
            }
            assertEq(held, owed, "to the wei");
        }
    }

    /// forge-config: default.invariant.runs = 12
    function invariant_3_NothingHereReachesAFullyBackedSeries() external view {
        (, uint256 count) = handler.seriesCount();
        for (uint256 s; s < count; ++s) {
            uint256 id = handler.backedSeries(s);
            uint256 long;
            for (uint256 i; i < 2 * handler.PEOPLE(); ++i) {
                long += uint256(_pfSize(handler.accountAt(i / 2, i % 2 == 0), id));
            }
            assertEq(house.balanceOf(address(portfolio), id), long, "longs of accounts are at the clearinghouse");
            assertEq(house.totalShort(id), house.totalSupply(id));
        }
        for (uint256 i; i < 2 * handler.PEOPLE(); ++i) {
            Account memory account = handler.accountAt(i / 2, i % 2 == 0);
            assertGe(house.collateralOf(account), house.requiredCollateral(account), "not covered");
        }
    }

    /// forge-config: default.invariant.runs = 24
    function invariant_10_ASliceNeverWorsensHealth_NorPaysMoreThanItsPart() external view {
        assertEq(handler.worsened(), 0, "health got worse");
        assertEq(handler.overpaid(), 0, "more than f of the slice");
        assertEq(handler.touched(), 0, "somebody else was touched");
    }

    /// @dev The end of every run: a price far away, everybody settles and leaves, what is short is cut, all of it is accounted for.
    function afterInvariant() external {
        _closeAll(uint256(keccak256(abi.encode(handler.totalSucceeded()))) % 2 == 0 ? 900e8 : 3200e8);
    }

    /// @notice The handler gets deep: of a long run most calls of every kind succeed, with many slices, and then everybody leaves.
    function test_Handler_ReachesDepth() external {
        bytes4[] memory actions = _actions();
        for (uint256 i; i < 1200; ++i) {
            bytes memory words = abi.encode(
                keccak256(abi.encode(i, 1)),
                keccak256(abi.encode(i, 2)),
                keccak256(abi.encode(i, 3)),
                keccak256(abi.encode(i, 4)),
                keccak256(abi.encode(i, 5))
            );
            (bool success,) = address(handler)
                .call(abi.encodePacked(actions[uint256(keccak256(abi.encode(i))) % actions.length], words));
            success;
        }
        for (uint256 i; i < actions.length; ++i) {
            assertGt(handler.succeeded(actions[i]), 12, string.concat("too few of ", vm.toString(i)));
        }
        this.invariant_1_PortfolioShortsOfASeriesEqualItsSupply();
        this.invariant_2_WhatPortfolioHoldsIsCollateralAndFunds();
        this.invariant_3_NothingHereReachesAFullyBackedSeries();
        this.invariant_10_ASliceNeverWorsensHealth_NorPaysMoreThanItsPart();
        _closeAll(700e8);
    }

    function _closeAll(uint256 price) private {
        _finalPrice(price);
        for (uint256 i; i < 2 * handler.PEOPLE(); ++i) {
            _settleOne(handler.accountAt(i / 2, i % 2 == 0));
        }
        (uint256 count, uint256 backed) = handler.seriesCount();
        uint256 roundings = 2;
        for (uint256 i; i < count * handler.PEOPLE(); ++i) {
            roundings += _exerciseAll(
                handler.portfolioSeries(i / handler.PEOPLE()), handler.personAt(i % handler.PEOPLE())
            );
        }
        for (uint256 s; s < count; ++s) {
            assertEq(portfolio.totalSupply(handler.portfolioSeries(s)), 0, "tokens left");
            assertEq(portfolio.totalShort(handler.portfolioSeries(s)), 0, "shorts left");
        }
        for (uint256 s; s < backed; ++s) {
            assertEq(house.balanceOf(address(portfolio), handler.backedSeries(s)), 0, "longs left");
        }
        for (uint256 i; i < 2 * handler.PEOPLE(); ++i) {
            _withdrawAll(handler.personAt(i / 2), address(i % 2 == 0 ? weth : usd));
        }
        _assertOnlyDust(usd, false, roundings + 2 * count);
        _assertOnlyDust(weth, true, roundings + 2 * count);
    }

    /// @dev Nothing stays but the funds and less than two units for each series and one for each claim.
    function _assertOnlyDust(TestToken token, bool inKind, uint256 most) private view {
        uint256 fund = portfolio.fundOf(handler.accountAt(0, inKind));
        assertGe(portfolio.totalHeld(address(token)), fund);
        // An account's payment is rounded up for each of eight legs, a claim down.
        assertLe(portfolio.totalHeld(address(token)) - fund, most + 8 * handler.PEOPLE(), "more than dust stays");
        assertEq(token.balanceOf(address(portfolio)), portfolio.totalHeld(address(token)));
    }

    function _exerciseAll(uint256 id, address holder) private returns (uint256) {
        uint256 size = portfolio.balanceOf(holder, id);
        if (size == 0) return 0;
        ClaimTerms memory terms = portfolio.claimTermsOf(id);
        assertTrue(terms.isOpen, "claims are not open");
        assertLe(terms.available, terms.owed);
        vm.prank(holder);
        portfolio.exercise(id, size, holder);
        return 1;
    }

    function _withdrawAll(address owner, address asset) private {
        uint256 claim = portfolio.claimOf(owner, asset);
        vm.prank(owner);
        portfolio.withdrawClaim(asset, claim, owner);
    }

    function _actions() private pure returns (bytes4[] memory actions) {
        actions = new bytes4[](11);
        actions[0] = PortfolioHandler.depositCollateral.selector;
        actions[1] = PortfolioHandler.withdrawCollateral.selector;
        actions[2] = PortfolioHandler.write.selector;
        actions[3] = PortfolioHandler.burn.selector;
        actions[4] = PortfolioHandler.depositLong.selector;
        actions[5] = PortfolioHandler.withdrawLong.selector;
        actions[6] = PortfolioHandler.moveSpot.selector;
        actions[7] = PortfolioHandler.startLiquidation.selector;
        actions[8] = PortfolioHandler.liquidate.selector;
        actions[9] = PortfolioHandler.endLiquidation.selector;
        actions[10] = PortfolioHandler.contribute.selector;
    }
}

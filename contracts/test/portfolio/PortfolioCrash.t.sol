// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Account} from "../../src/clearing/IClearinghouse.sol";
import {ClaimTerms, Health, WrittenLeg} from "../../src/portfolio/IPortfolioClearinghouse.sol";
import {PortfolioBase} from "./PortfolioBase.sol";

/// @notice −35 % in a day with the volatility doubled: what lib/products said step by step, and what everybody else has afterwards.
contract PortfolioCrashTest is PortfolioBase {
    uint256 private put;
    uint256 private call_;
    Account private strangle;
    Account private taker;
    Account private bystander;

    struct Crash {
        uint256[] time;
        uint256[] spot;
        uint256[] action;
        uint256[] collateralAfter;
        int256[] putAfter;
        uint256[] maintenanceAfter;
    }

    function setUp() public override {
        super.setUp();
        put = _pfPut(1900e8);
        call_ = _pfCall(2100e8);
        (strangle, taker, bystander) = (_usd(alice), _usd(bob), _usd(alice));
        bystander.subId = 2;
        _open(taker, 100_000e6);
        _open(bystander, 50_000e6);
        _sell(bystander, put, 10e18, carol);
    }

    /// @dev Every ten minutes a price. Each slice leaves the account's health better and the bystander's account as it was; the account lives through the day.
    function test_Crash_StepByStepAsInTypeScript() external {
        string memory json = vm.readFile("test/vectors/crash.json");
        Crash memory crash = _crash(json);
        _start(vm.parseJsonUintArray(json, ".collateral")[0], vm.parseJsonUintArray(json, ".fund")[0]);
        uint256 slices;
        for (uint256 i; i < crash.time.length; ++i) {
            vm.warp(START + crash.time[i]);
            _spot(crash.spot[i]);
            if (crash.action[i] == 1) portfolio.startLiquidation(strangle);
            if (crash.action[i] == 2) {
                _slice();
                ++slices;
            }
            Health memory health = _health(strangle);
            assertEq(health.collateral, crash.collateralAfter[i], "collateral");
            assertEq(health.maintenance, crash.maintenanceAfter[i], "maintenance");
            assertEq(_pfSize(strangle, put), crash.putAfter[i], "puts");
            assertEq(_pfSize(strangle, call_), crash.putAfter[i], "calls");
        }
        assertGe(slices, 3, "gradual");
        assertEq(crash.spot[crash.spot.length - 1], 1300e8, "down 35 %");
        assertGe(_health(strangle).collateral, _health(strangle).maintenance, "through the day");
        assertEq(portfolio.fundOf(strangle), 500e6, "the fund was not needed");
        _everybodyIsPaid();
    }

    /// @dev The same day and nobody takes anything: at 700 at the expiry the account owes 12,000 and has 9,000; the fund pays 500, holders bear 2,500.
    function test_Crash_NobodyCame_InsuranceThenHaircut() external {
        _start(9_000e6 + 2, 500e6);
        uint256 backed = _put(1900e8);
        _deposit(_usd(carol), 1_900e6);
        _write(_usd(carol), backed, 1e18, bob);
        _finalPrice(700e8);
        Account[] memory all = new Account[](3);
        (all[0], all[1], all[2]) = (strangle, bystander, taker);
        _settleAll(all);
        ClaimTerms memory terms = portfolio.claimTermsOf(put);
        assertEq(terms.owed, 24_000e6, "of both writers");
        assertEq(terms.available, 24_000e6 - 2_500e6 + 2, "less what neither account nor fund had");
        assertEq(portfolio.claimTermsOf(call_).owed, 0);
        assertEq(
            portfolio.claimOf(alice, address(usd)), 50_000e6 - 12_000e6, "the bystander pays what it owes, no more"
        );
        assertEq(portfolio.claimOf(bob, address(usd)), 100_000e6);
        vm.prank(carol);
        assertEq(portfolio.exercise(put, 20e18, carol), 21_500e6 + 2, "cut by a tenth and a bit");
        vm.prank(bob);
        assertEq(house.exercise(backed, 1e18, bob), 1_200e6, "a fully backed put is paid in full");
        assertEq(portfolio.totalHeld(address(usd)), 138_000e6, "only claims are left");
    }

    function _start(uint256 collateral, uint256 fund) private {
        _open(strangle, collateral);
        WrittenLeg[] memory legs = new WrittenLeg[](2);
        legs[0] = WrittenLeg(put, 10e18);
        legs[1] = WrittenLeg(call_, 10e18);
        vm.prank(alice);
        portfolio.write(strangle, legs, 0, carol);
        assertEq(_health(strangle).initial, collateral, "opened with exactly the initial margin");
        _contribute(usd, fund);
    }

    function _slice() private {
        Health memory before = _health(strangle);
        Health memory other = _health(bystander);
        (uint256 fromAccount,) = _liquidate(strangle, taker, 2_000);
        Health memory rest = _health(strangle);
        assertEq(before.collateral - rest.collateral, fromAccount);
        assertGt(
            rest.collateral * before.maintenance, before.collateral * rest.maintenance, "health is better after a slice"
        );
        assertEq(_health(bystander).collateral, other.collateral, "nobody else is touched");
        assertEq(_health(bystander).maintenance, other.maintenance, "nobody else is touched");
    }

    function _everybodyIsPaid() private {
        _finalPrice(1300e8);
        Account[] memory all = new Account[](3);
        (all[0], all[1], all[2]) = (strangle, taker, bystander);
        _settleAll(all);
        vm.prank(carol);
        assertEq(portfolio.exercise(put, 20e18, carol), 12_000e6, "in full");
        assertEq(portfolio.fundOf(strangle), 500e6);
        uint256 claims = portfolio.claimOf(alice, address(usd)) + portfolio.claimOf(bob, address(usd));
        assertEq(portfolio.totalHeld(address(usd)), claims + 500e6, "to the wei");
    }

    function _crash(string memory json) private pure returns (Crash memory crash) {
        crash.time = vm.parseJsonUintArray(json, ".time");
        crash.spot = vm.parseJsonUintArray(json, ".spot");
        crash.action = vm.parseJsonUintArray(json, ".action");
        crash.collateralAfter = vm.parseJsonUintArray(json, ".collateralAfter");
        crash.putAfter = vm.parseJsonIntArray(json, ".putAfter");
        crash.maintenanceAfter = vm.parseJsonUintArray(json, ".maintenanceAfter");
    }
}

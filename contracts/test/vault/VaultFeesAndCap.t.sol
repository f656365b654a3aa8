// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IStrategyVault, Requests} from "../../src/vault/IStrategyVault.sol";
import {VaultTest} from "./VaultTest.sol";

contract VaultFeesAndCapTest is VaultTest {
    function test_fees_exactNumbers() external {
        setFees(callPolicy, 200, 1_000);
        enter(callVault, alice, 100e18);
        uint64 expiry = sellAll(callVault, strikesOf(CALL_STRIKE), 0.1e18);
        uint256 elapsed = expiry - callVault.epoch().openedAt;
        fixPrice(expiry, SPOT);
        vm.warp(expiry + 100 days); // late: no fee for that
        uint256 management = uint256(110e18) * 200 * elapsed / (10_000 * 365 days);
        uint256 performance = (uint256(10e18) - management) / 10;
        uint256 shares =
            (uint256(100e18) + 1e12) * (management + performance) / (uint256(110e18) - management - performance + 1e12);
        uint256 price = (uint256(110e18) + 1e12) * 1e18 / (100e18 + shares + 1e12);
        vm.expectEmit(address(callVault));
        emit IStrategyVault.EpochSettled(1, SPOT, 100e18, 10e18, 0, 0, management, performance, price, price, 0, 0);
        callVault.settleEpoch();
        assertEq(callVault.balanceOf(treasury), shares);
        assertEq(callVault.totalSupply(), 100e18 + shares);
        assertEq(callVault.totalAssets(), 110e18, "fees are shares, no assets leave");
        assertEq(callVault.highWaterMark(), price);
    }

    function test_fees_unsoldEpochPaysForTheSaleOnly() external {
        setFees(callPolicy, 200, 1_000);
        enter(callVault, alice, 100e18);
        open(callVault, strikesOf(CALL_STRIKE), 0);
        vm.warp(uint256(callVault.epoch().clearEnd) + 50 days);
        uint256 management = uint256(100e18) * 200 * 2 hours / (10_000 * 365 days);
        callVault.settleEpoch();
        uint256 shares = (uint256(100e18) + 1e12) * management / (uint256(100e18) - management + 1e12);
        assertEq(callVault.balanceOf(treasury), shares);
        assertEq(callVault.highWaterMark(), 1e18);
        assertLt(callVault.sharePrice(), 1e18);
    }

    function test_fees_noneInIdle() external {
        setFees(callPolicy, 500, 3_000);
        enter(callVault, alice, 100e18);
        closeEmpty(callVault);
        closeEmpty(callVault);
        assertEq(callVault.balanceOf(treasury), 0);
        assertEq(callVault.sharePrice(), 1e18);
    }

    function test_fees_performanceOnlyAboveTheMark() external {
        setFees(callPolicy, 0, 1_000);
        enter(callVault, alice, 100e18);
        sellAll(callVault, strikesOf(CALL_STRIKE), 0.1e18);
        settleAt(callVault, SPOT);
        uint256 mark = callVault.highWaterMark();
        uint256 paid = callVault.balanceOf(treasury);
        sellAll(callVault, strikesOf(CALL_STRIKE), 0.01e18);
        settleAt(callVault, 4_000e8); // a loss
        assertEq(callVault.balanceOf(treasury), paid);
        assertLt(callVault.sharePrice(), mark);
        assertEq(callVault.highWaterMark(), mark);
        feed.push(int256(SPOT), block.timestamp);
        sellAll(callVault, strikesOf(CALL_STRIKE), 0.01e18);
        settleAt(callVault, SPOT); // a gain, but not up to the mark
        assertEq(callVault.balanceOf(treasury), paid);
        assertEq(callVault.highWaterMark(), mark);
    }

    /// @dev Whatever fees and premium: holders lose exactly the fees, the treasury never gets more.
    function test_fees_areNeverMoreThanStated(uint256 management, uint256 performance, uint256 premium, uint256 assets)
        external
    {
        setFees(putPolicy, uint16(bound(management, 0, 500)), uint16(bound(performance, 0, 3_000)));
        assets = bound(assets, 1_000e6, 1e15);
        enter(putVault, alice, assets);
        open(putVault, strikesOf(2_700e8), 0);
        bid(putVault, putVault.epoch().sizeOffered, bound(premium, 0, 500e6));
        clear(putVault);
        fixPrice(putVault.epoch().expiry, SPOT);
        uint256 gross = putVault.totalAssets();
        uint256 elapsed = putVault.epoch().expiry - putVault.epoch().openedAt;
        putVault.settleEpoch();
        uint256 most = gross * putVault.terms().managementFeeBps * elapsed / (10_000 * 365 days);
        most += (gross - most > assets ? gross - most - assets : 0) * putVault.terms().performanceFeeBps / 10_000 + 1;
        assertLe(putVault.convertToAssets(putVault.balanceOf(treasury)), most);
        assertGe(putVault.convertToAssets(putVault.balanceOf(alice)) + most + 1 + gross / 1e9, gross);
    }

    function test_cap_isSharedProRata() external {
        enter(callVault, carol, 10e18);
        setCap(callPolicy, 15e18);
        request(callVault, alice, 6e18);
        request(callVault, bob, 9e18);
        open(callVault, strikesOf(CALL_STRIKE), 0);
        assertEq(callVault.totalAssets(), 15e18);
        Requests memory a = requestsOf(callVault, alice);
        Requests memory b = requestsOf(callVault, bob);
        assertEq(a.claimableDepositAssets, 2e18);
        assertEq(a.refundableAssets, 4e18);
        assertEq(b.claimableDepositShares, 3e18);
        assertEq(b.refundableAssets, 6e18);
        (, uint256 refunds) = callVault.claimableReserves();
        assertEq(refunds, 10e18);
        vm.prank(alice);
        callVault.claimCancelDepositRequest(0, alice, alice);
        vm.prank(bob);
        assertEq(callVault.cancelDeposit(bob, bob), 6e18);
        assertEq(weth.balanceOf(alice), 4e18);
    }

    function test_cap_redemptionsMakeRoom() external {
        enter(callVault, carol, 10e18);
        setCap(callPolicy, 10e18);
        request(callVault, alice, 3e18);
        requestRedeem(callVault, carol, 2e18);
        open(callVault, strikesOf(CALL_STRIKE), 0);
        assertEq(requestsOf(callVault, alice).claimableDepositAssets, 2e18);
        assertEq(requestsOf(callVault, alice).refundableAssets, 1e18);
        assertEq(callVault.totalAssets(), 10e18);
    }

    function test_cap_belowTheAssetsTakesNothing() external {
        enter(callVault, carol, 10e18);
        setCap(callPolicy, 9e18);
        request(callVault, alice, 3e18);
        open(callVault, strikesOf(CALL_STRIKE), 0);
        assertEq(requestsOf(callVault, alice).claimableDepositAssets, 0);
        assertEq(requestsOf(callVault, alice).claimableDepositShares, 0);
        assertEq(requestsOf(callVault, alice).refundableAssets, 3e18);
    }

    function test_cap_everyoneCanBePaid(uint256 cap, uint256 a, uint256 b, uint256 c, uint256 premium) external {
        enter(putVault, carol, 10_000e6);
        setCap(putPolicy, bound(cap, 10_000e6, 30_000e6));
        open(putVault, strikesOf(2_700e8), 0);
        bid(putVault, putVault.epoch().sizeOffered, bound(premium, 0, 300e6));
        clear(putVault);
        address[3] memory who = [alice, bob, mallory];
        uint256[3] memory amounts = [bound(a, 10e6, 10_000e6), bound(b, 10e6, 10_000e6), bound(c, 10e6, 10_000e6)];
        for (uint256 i; i < 3; ++i) {
            request(putVault, who[i], amounts[i]);
        }
        uint256 gross = putVault.totalAssets();
        uint256 asked = amounts[0] + amounts[1] + amounts[2];
        settleAt(putVault, SPOT);
        uint256 room = putVault.terms().cap > gross ? putVault.terms().cap - gross : 0;
        assertEq(putVault.totalAssets() - gross, asked < room ? asked : room, "what fits, to the unit");
        uint256 refunded;
        for (uint256 i; i < 3; ++i) {
            Requests memory got = requestsOf(putVault, who[i]);
            assertEq(got.claimableDepositAssets + got.refundableAssets, amounts[i], "nothing is lost");
            refunded += got.refundableAssets;
            if (got.refundableAssets > 0) {
                vm.prank(who[i]);
                putVault.cancelDeposit(who[i], who[i]);
            }
            if (got.claimableDepositShares > 0) claimShares(putVault, who[i]);
        }
        (, uint256 left) = putVault.claimableReserves();
        assertLe(left, 3, "at most a unit each");
        assertLe(refunded, asked - (putVault.totalAssets() - gross));
        assertLe(putVault.balanceOf(address(putVault)), 3e12, "shares of at most a unit each");
    }
}

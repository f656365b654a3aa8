// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Account} from "../../src/clearing/IClearinghouse.sol";
import {IQuoteBook} from "../../src/market/IQuoteBook.sol";
import {Phase} from "../../src/vault/IStrategyVault.sol";
import {VaultTest} from "../vault/VaultTest.sol";

/// @dev The quote book between the vaults, the clearinghouse and the oracle as they are deployed. Spot 3,000.
contract QuoteBookVaultsTest is VaultTest {
    function test_coveredCall_makerGetsWhatTheVaultPays() external {
        enter(callVault, alice, 10 ether);
        open(callVault, strikesOf(CALL_STRIKE), 0.01 ether);
        assertEq(callVault.epoch().sizeOffered, 10e18);
        uint256 before = book.balanceOf(maker, address(weth));
        bid(callVault, 10e18, 0.0125 ether);
        assertEq(book.balanceOf(maker, address(weth)), before - 0.125 ether);
        clear(callVault);
        assertEq(uint256(callVault.epoch().phase), uint256(Phase.Live));
        assertEq(callVault.epoch().premium, int256(0.125 ether));
        settleAt(callVault, 3_600e8);
        uint256 payout = house.settleAccount(book.makerAccountOf(address(callVault), 1, maker));
        assertEq(payout, uint256(10 ether) * 300 / 3600);
        assertEq(house.claimOf(maker, address(weth)), payout);
        assertEq(callVault.totalAssets(), 10 ether + 0.125 ether - payout - 1);
    }

    function test_condor_needsNoMarginAndNetsItsLegs() external {
        enter(condorVault, alice, 20_000e6);
        open(condorVault, condorStrikes(), 0);
        assertEq(condorVault.epoch().sizeOffered, 100e18);
        uint256[] memory prices = new uint256[](4);
        (prices[0], prices[1], prices[2], prices[3]) = (3e6, 9e6, 8e6, 2e6);
        uint64 deadline = condorVault.epoch().clearEnd;
        vm.prank(maker);
        book.postQuote(address(condorVault), 50e18, prices, deadline);
        assertEq(book.quotesOf(address(condorVault), 1)[0].premiumPerUnit, 12e6);
        assertEq(book.quotesOf(address(condorVault), 1)[0].reserved, 600e6);
        clear(condorVault);
        assertEq(condorVault.epoch().sizeSold, 50e18);
        assertEq(condorVault.epoch().premium, int256(600e6));
        Account memory account = book.makerAccountOf(address(condorVault), 1, maker);
        assertEq(house.collateralOf(account), 0);
        settleAt(condorVault, 2_000e8);
        assertEq(house.settleAccount(account), 200e6 * 50);
        assertEq(condorVault.totalAssets(), 20_000e6 + 600e6 - 10_000e6);
    }

    function test_twoVaultsOfOneExpiryKeepTheMakersAccountsApart() external {
        enter(putVault, alice, 27_000e6);
        enter(condorVault, alice, 20_000e6);
        sellAll(putVault, strikesOf(2_700e8), 30e6);
        open(condorVault, condorStrikes(), 0);
        bid(condorVault, 100e18, 10e6);
        clear(condorVault);
        Account memory a = book.makerAccountOf(address(putVault), 1, maker);
        Account memory b = book.makerAccountOf(address(condorVault), 1, maker);
        assertNotEq(uint256(a.subId), uint256(b.subId));
        (, int256[] memory puts) = house.positionsOf(a);
        (, int256[] memory condor) = house.positionsOf(b);
        assertEq(puts.length, 1);
        assertEq(puts[0], 10e18);
        assertEq(condor.length, 4);
        assertEq(condor[0], -100e18);
        assertEq(condor[1], 100e18);
    }

    function test_aSaleNobodyClearsReleasesTheMakersAndEndsTheEpoch() external {
        enter(putVault, alice, 27_000e6);
        open(putVault, strikesOf(2_700e8), 0);
        uint256 before = book.balanceOf(maker, address(usdc));
        bid(putVault, 10e18, 30e6);
        vm.warp(putVault.epoch().clearEnd + 1);
        putVault.settleEpoch();
        book.release(address(putVault), 1);
        assertEq(book.balanceOf(maker, address(usdc)), before);
        assertEq(putVault.totalAssets(), 27_000e6);
    }

    function test_aRevokedMakerPaysAndItsPositionIsHeld() external {
        enter(putVault, alice, 27_000e6);
        open(putVault, strikesOf(2_700e8), 0);
        bid(putVault, 10e18, 30e6);
        vm.prank(maker);
        house.setAccountOperator(address(book), false);
        clear(putVault);
        assertEq(putVault.epoch().sizeSold, 10e18);
        uint256 before = book.balanceOf(maker, address(usdc));
        settleAt(putVault, 2_600e8);
        book.collect(address(putVault), 1, maker);
        assertEq(book.balanceOf(maker, address(usdc)), before + 1000e6);
        assertEq(putVault.totalAssets(), 27_000e6 + 300e6 - 1000e6);
    }

    function test_belowTheFloorIsRefused() external {
        enter(putVault, alice, 27_000e6);
        open(putVault, strikesOf(2_700e8), 25e6);
        uint256[] memory prices = strikesOf(25e6 - 1);
        uint64 deadline = putVault.epoch().clearEnd;
        vm.expectRevert(abi.encodeWithSelector(IQuoteBook.QuoteBook_BelowFloor.selector, 25e6 - 1, 25e6));
        vm.prank(maker);
        book.postQuote(address(putVault), 10e18, prices, deadline);
    }

    function test_anyFloorAndSizesFillWithoutRefusal(uint256 floor, uint256 first, uint256 over, uint256 assets)
        external
    {
        assets = bound(assets, 100e6, 1_000_000e6);
        floor = bound(floor, 0, 50e6);
        enter(putVault, alice, assets);
        open(putVault, strikesOf(2_700e8), floor);
        uint256 offered = putVault.epoch().sizeOffered;
        first = bound(first, offered / 16 + 1, offered);
        bid(putVault, first, floor + bound(over, 0, 50e6));
        bid(putVault, offered, floor);
        clear(putVault);
        assertEq(putVault.epoch().sizeSold, offered);
        assertGe(uint256(putVault.epoch().premium), floor * offered / 1e18);
    }

    // ---- gas

    function test_gas_postQuote() external {
        _openBoth();
        bid(condorVault, 10e18, 10e6);
        vm.snapshotGasLastCall("QuoteBook", "postQuote condor, first of a sale");
        bid(condorVault, 10e18, 11e6);
        vm.snapshotGasLastCall("QuoteBook", "postQuote condor");
        bid(putVault, 1e18, 30e6);
        bid(putVault, 1e18, 31e6);
        vm.snapshotGasLastCall("QuoteBook", "postQuote put");
    }

    function test_gas_clearOne() external {
        _openBoth();
        bid(putVault, 10e18, 30e6);
        clear(putVault);
        vm.snapshotGasLastCall("QuoteBook", "clear put, 1 quote");
    }

    function test_gas_clearSixteen() external {
        _openBoth();
        for (uint256 i; i < 16; ++i) {
            bid(condorVault, 6.25e18, 10e6 + i);
        }
        clear(condorVault);
        vm.snapshotGasLastCall("QuoteBook", "clear condor, 16 quotes of one maker");
        assertEq(condorVault.epoch().sizeSold, 100e18);
    }

    function _openBoth() private {
        enter(putVault, alice, 27_000e6);
        enter(condorVault, alice, 20_000e6);
        open(putVault, strikesOf(2_700e8), 0);
        open(condorVault, condorStrikes(), 0);
    }
}

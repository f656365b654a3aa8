// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Account} from "../../src/clearing/IClearinghouse.sol";
import {IStrategyVault, Phase} from "../../src/vault/IStrategyVault.sol";
import {StrategyVault} from "../../src/vault/StrategyVault.sol";
import {VaultTest} from "./VaultTest.sol";

contract VaultSettlementTest is VaultTest {
    function test_settle_notFromIdleNorTooEarly() external {
        vm.expectRevert(abi.encodeWithSelector(IStrategyVault.StrategyVault_WrongPhase.selector, Phase.Idle));
        callVault.settleEpoch();
        enter(callVault, alice, 10e18);
        open(callVault, strikesOf(CALL_STRIKE), 0);
        uint256 clearEnd = callVault.epoch().clearEnd;
        vm.warp(clearEnd);
        vm.expectRevert(abi.encodeWithSelector(IStrategyVault.StrategyVault_SaleOpen.selector, clearEnd));
        callVault.settleEpoch();
        vm.warp(clearEnd + 1);
        callVault.settleEpoch();
        uint64 expiry = sellAll(callVault, strikesOf(CALL_STRIKE), 0.1e18);
        vm.warp(expiry);
        vm.expectRevert(abi.encodeWithSelector(IStrategyVault.StrategyVault_NoSettlementPrice.selector, expiry));
        callVault.settleEpoch();
    }

    function test_settle_unsoldNeedsNoPrice() external {
        enter(callVault, alice, 10e18);
        open(callVault, strikesOf(CALL_STRIKE), 0);
        clear(callVault);
        assertEq(uint256(callVault.epoch().phase), uint256(Phase.Selling));
        feed.setDown(true);
        vm.expectEmit(address(callVault));
        emit IStrategyVault.EpochSettled(1, 0, 10e18, 0, 0, 0, 0, 0, 1e18, 1e18, 0, 0);
        callVault.settleEpoch();
        assertEq(weth.balanceOf(address(callVault)), 10e18);
        assertEq(callVault.totalAssets(), 10e18);
        assertEq(uint256(callVault.idleSince()), block.timestamp);
        assertFalse(house.isAccountOperator(address(callVault), address(book)));
    }

    function test_settle_unclearedTakesThePowerFromTheQuoteBook() external {
        enter(callVault, alice, 10e18);
        open(callVault, strikesOf(CALL_STRIKE), 0);
        vm.warp(uint256(callVault.epoch().clearEnd) + 1);
        callVault.settleEpoch();
        assertFalse(house.isAccountOperator(address(callVault), address(book)));
        assertEq(weth.balanceOf(address(callVault)), 10e18);
    }

    function test_settle_coveredCallPaysTheHolders() external {
        enter(callVault, alice, 10e18);
        uint64 expiry = sellAll(callVault, strikesOf(CALL_STRIKE), 0.1e18);
        assertEq(callVault.totalAssets(), 11e18);
        request(callVault, bob, 4e18);
        requestRedeem(callVault, alice, 1e18);
        fixPrice(expiry, 4_000e8);
        // 10 calls owe 10 · 700 / 4000 = 1.75; left 9.25 and a millionth over 10 and a millionth shares
        vm.expectEmit(address(callVault));
        emit IStrategyVault.EpochSettled(1, 4_000e8, 10e18, 1e18, 1.75e18, 0, 0, 0, 0.925e18, 1e18, 4e18, 0.925e18);
        callVault.settleEpoch();
        assertEq(callVault.totalAssets(), 12.325e18);
        assertEq(uint256(callVault.epoch().phase), uint256(Phase.Idle));
        assertEq(claimAssets(callVault, alice), 0.925e18);
        assertEq(claimShares(callVault, bob), uint256(4e18) * 1e18 / 0.925e18);
    }

    function test_settle_ironCondorLosesItsWingAtMost() external {
        enter(condorVault, alice, 10_000e6);
        sellAll(condorVault, condorStrikes(), 40e6);
        assertEq(condorVault.epoch().sizeSold, 50e18);
        settleAt(condorVault, 2_000e8);
        assertEq(condorVault.totalAssets(), 2_000e6, "50 packages: 200 lost, 40 earned each");
        assertEq(condorVault.sharePrice(), 0.2e18);
        sellAll(condorVault, condorStrikes(), 40e6);
        settleAt(condorVault, 3_000e8);
        assertEq(condorVault.totalAssets(), 2_400e6);
        assertEq(condorVault.epoch().number, 2);
    }

    function test_settle_whoeverSettledTheAccountBefore() external {
        enter(callVault, alice, 10e18);
        uint64 expiry = sellAll(callVault, strikesOf(CALL_STRIKE), 0.1e18);
        fixPrice(expiry, 4_000e8);
        Account memory account = callVault.marginAccount();
        vm.prank(mallory);
        house.settleAccount(account);
        callVault.settleEpoch();
        assertEq(callVault.totalAssets(), 9.25e18);
    }

    function test_settle_countsAGiftToItsAccount() external {
        enter(callVault, alice, 10e18);
        sellAll(callVault, strikesOf(CALL_STRIKE), 0.1e18);
        Account memory account = callVault.marginAccount();
        weth.mint(mallory, 2e18);
        vm.startPrank(mallory);
        weth.approve(address(house), 2e18);
        house.depositCollateral(account, 2e18);
        vm.stopPrank();
        fixPrice(account.expiry, SPOT);
        vm.expectEmit(address(callVault));
        emit IStrategyVault.MarginSurplus(1, 2e18);
        callVault.settleEpoch();
        assertEq(callVault.totalAssets(), 13e18);
    }

    function test_settle_almostEverythingLostIsNotTheEnd() external {
        enter(putVault, alice, 27_000e6);
        sellAll(putVault, strikesOf(2_700e8), 0);
        request(putVault, bob, 1_000e6);
        requestRedeem(putVault, alice, 2_700e18);
        settleAt(putVault, 1e8); // 10 puts owe 2,699 each
        assertFalse(putVault.isDead());
        assertEq(putVault.sharePrice(), 370370370370370);
        assertEq(putVault.depositPrice(), 370370370370371);
        assertEq(claimAssets(putVault, alice), 999_999, "1 less the rounding");
        assertEq(claimShares(putVault, bob), uint256(1_000e18) * 1e18 / 370370370370371);
    }

    function test_dead_takesNoDepositsAgain() external {
        StrategyVault vault = _deadVault();
        assertTrue(vault.isDead());
        assertEq(vault.sharePrice(), 0);
        assertEq(vault.totalAssets(), 0);
        assertEq(vault.convertToShares(1e18), 0);
        assertEq(vault.convertToAssets(1e18), 0);
        assertEq(requestsOf(vault, bob).refundableAssets, 1_000e6, "what waited comes back");
        assertEq(requestsOf(vault, bob).claimableDepositAssets, 0);
        vm.prank(bob);
        assertEq(vault.cancelDeposit(bob, bob), 1_000e6);
        assertEq(claimAssets(vault, alice), 0, "redeemed at nothing");
        usdc.mint(carol, 100e6);
        vm.startPrank(carol);
        usdc.approve(address(vault), 100e6);
        vm.expectRevert(abi.encodeWithSelector(IStrategyVault.StrategyVault_Dead.selector));
        vault.requestDeposit(100e6, carol, carol);
        vm.stopPrank();
        requestRedeem(vault, alice, vault.balanceOf(alice));
        closeEmpty(vault);
        assertEq(vault.totalSupply(), 0);
        assertTrue(vault.isDead());
        vm.expectRevert(abi.encodeWithSelector(IStrategyVault.StrategyVault_Dead.selector));
        vm.prank(carol);
        vault.requestDeposit(100e6, carol, carol);
    }

    function test_closeEmpty_afterTheWindowByAnyone() external {
        request(callVault, alice, 1e18);
        uint256 until = START + 3 days;
        vm.warp(until - 1);
        vm.expectRevert(abi.encodeWithSelector(IStrategyVault.StrategyVault_OpenWindowRunning.selector, until));
        callVault.closeEmptyEpoch();
        vm.warp(until);
        vm.expectEmit(address(callVault));
        emit IStrategyVault.RequestsExecuted(0, 1e18, 1e18, 0);
        vm.prank(mallory);
        callVault.closeEmptyEpoch();
        assertEq(uint256(callVault.idleSince()), until);
        vm.expectRevert(abi.encodeWithSelector(IStrategyVault.StrategyVault_OpenWindowRunning.selector, until + 3 days));
        callVault.closeEmptyEpoch();
        open(callVault, strikesOf(CALL_STRIKE), 0);
        vm.expectRevert(abi.encodeWithSelector(IStrategyVault.StrategyVault_WrongPhase.selector, Phase.Selling));
        callVault.closeEmptyEpoch();
    }

    /// @dev A condor beyond its wing, sold for nothing.
    function _deadVault() private returns (StrategyVault vault) {
        vault = condorVault;
        enter(vault, alice, 10_000e6);
        sellAll(vault, condorStrikes(), 0);
        request(vault, bob, 1_000e6);
        requestRedeem(vault, alice, 100e18);
        settleAt(vault, 2_000e8);
    }
}

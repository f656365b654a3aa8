// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IStrategyVault, Requests} from "../../src/vault/IStrategyVault.sol";
import {IERC7540Deposit} from "../../src/vault/standards/IERC7540Deposit.sol";
import {IERC7575} from "../../src/vault/standards/IERC7575.sol";
import {IERC7887Deposit} from "../../src/vault/standards/IERC7887Deposit.sol";
import {VaultTest} from "./VaultTest.sol";

contract VaultDepositsTest is VaultTest {
    function test_requestDeposit_needsTheOwnerOrItsOperator() external {
        weth.mint(alice, 1e18);
        vm.prank(alice);
        weth.approve(address(callVault), 1e18);
        vm.expectRevert(abi.encodeWithSelector(IStrategyVault.StrategyVault_NotAuthorized.selector, mallory, alice));
        vm.prank(mallory);
        callVault.requestDeposit(1e18, mallory, alice);
        vm.prank(alice);
        callVault.setOperator(bob, true);
        vm.prank(bob);
        callVault.requestDeposit(1e18, carol, alice);
        assertEq(callVault.pendingDepositRequest(0, carol), 1e18);
        assertEq(callVault.pendingDepositRequest(0, alice), 0);
    }

    function test_requestDeposit_refusesAZeroController() external {
        vm.expectRevert(abi.encodeWithSelector(IStrategyVault.StrategyVault_ZeroController.selector));
        vm.prank(alice);
        callVault.requestDeposit(1e18, address(0), alice);
    }

    function test_requestDeposit_refusesLessThanTheMinimum() external {
        vm.expectRevert(
            abi.encodeWithSelector(IStrategyVault.StrategyVault_BelowMinimum.selector, 1e15 - 1, uint256(1e15))
        );
        vm.prank(alice);
        callVault.requestDeposit(1e15 - 1, alice, alice);
        request(callVault, alice, 1e15);
        assertEq(callVault.pendingDepositRequest(0, alice), 1e15);
    }

    function test_requestDeposit_refusesATokenThatDeliversLess() external {
        weth.mint(alice, 1e18);
        vm.prank(alice);
        weth.approve(address(callVault), 1e18);
        weth.setFeeBps(1);
        vm.expectRevert(abi.encodeWithSelector(IStrategyVault.StrategyVault_TransferShort.selector, 1e18, 1e18 - 1e14));
        vm.prank(alice);
        callVault.requestDeposit(1e18, alice, alice);
    }

    function test_requestDeposit_whenPaused() external {
        vm.expectRevert(abi.encodeWithSelector(IStrategyVault.StrategyVault_OnlyGuardian.selector, alice, guardian));
        vm.prank(alice);
        callVault.pauseDeposits();
        vm.expectEmit(address(callVault));
        emit IStrategyVault.DepositsPaused(guardian);
        vm.prank(guardian);
        callVault.pauseDeposits();
        assertTrue(callVault.depositsPaused());
        vm.expectRevert(abi.encodeWithSelector(IStrategyVault.StrategyVault_DepositsPaused.selector));
        vm.prank(alice);
        callVault.requestDeposit(1e18, alice, alice);
        vm.expectRevert(abi.encodeWithSelector(IStrategyVault.StrategyVault_OnlyGuardian.selector, alice, guardian));
        vm.prank(alice);
        callVault.resumeDeposits();
        vm.expectEmit(address(callVault));
        emit IStrategyVault.DepositsResumed(guardian);
        vm.prank(guardian);
        callVault.resumeDeposits();
        request(callVault, alice, 1e18);
    }

    function test_pause_stopsNothingElse() external {
        enter(callVault, alice, 2e18);
        request(callVault, bob, 1e18);
        request(callVault, carol, 1e18);
        vm.prank(guardian);
        callVault.pauseDeposits();
        vm.prank(bob);
        callVault.cancelDeposit(bob, bob);
        requestRedeem(callVault, alice, 1e18);
        closeEmpty(callVault);
        assertEq(claimShares(callVault, carol), 1e18);
        assertEq(claimAssets(callVault, alice), 1e18);
    }

    function test_requestDeposit_countsAndEmits() external {
        weth.mint(alice, 3e18);
        vm.startPrank(alice);
        weth.approve(address(callVault), 3e18);
        vm.expectEmit(address(callVault));
        emit IERC7540Deposit.DepositRequest(bob, alice, 0, alice, 1e18);
        assertEq(callVault.requestDeposit(1e18, bob, alice), 0);
        assertEq(callVault.requestDeposit(2e18, bob, alice), 0);
        vm.stopPrank();
        assertEq(callVault.pendingDepositRequest(0, bob), 3e18);
        assertEq(callVault.pendingDepositRequest(1, bob), 0);
        assertEq(callVault.claimableDepositRequest(0, bob), 0);
        (uint256 pending,) = callVault.pendingTotals();
        assertEq(pending, 3e18);
        assertEq(weth.balanceOf(address(callVault)), 3e18);
        assertEq(callVault.totalAssets(), 0);
        assertEq(callVault.totalSupply(), 0);
    }

    function test_cancel_isRefundableAtOnce() external {
        request(callVault, alice, 1e18);
        request(callVault, bob, 2e18);
        vm.expectRevert(abi.encodeWithSelector(IStrategyVault.StrategyVault_NotAuthorized.selector, mallory, alice));
        vm.prank(mallory);
        callVault.cancelDepositRequest(0, alice);
        vm.expectEmit(address(callVault));
        emit IERC7887Deposit.CancelDepositRequest(alice, 0, alice);
        vm.prank(alice);
        callVault.cancelDepositRequest(0, alice);
        assertEq(callVault.pendingDepositRequest(0, alice), 0);
        assertFalse(callVault.pendingCancelDepositRequest(0, alice));
        assertEq(callVault.claimableCancelDepositRequest(0, alice), 1e18);
        assertEq(callVault.claimableCancelDepositRequest(1, alice), 0);
        (uint256 pending,) = callVault.pendingTotals();
        (, uint256 refunds) = callVault.claimableReserves();
        assertEq(pending, 2e18);
        assertEq(refunds, 1e18);
        vm.expectRevert(abi.encodeWithSelector(IStrategyVault.StrategyVault_NothingPending.selector, alice));
        vm.prank(alice);
        callVault.cancelDepositRequest(0, alice);
    }

    function test_cancel_knowsOneRequestId() external {
        request(callVault, alice, 1e18);
        vm.startPrank(alice);
        vm.expectRevert(abi.encodeWithSelector(IStrategyVault.StrategyVault_UnknownRequest.selector, 1));
        callVault.cancelDepositRequest(1, alice);
        callVault.cancelDepositRequest(0, alice);
        vm.expectRevert(abi.encodeWithSelector(IStrategyVault.StrategyVault_UnknownRequest.selector, 1));
        callVault.claimCancelDepositRequest(1, alice, alice);
        vm.stopPrank();
    }

    function test_claimCancel_paysTheReceiverOnce() external {
        request(callVault, alice, 1e18);
        vm.prank(alice);
        callVault.cancelDepositRequest(0, alice);
        vm.expectRevert(abi.encodeWithSelector(IStrategyVault.StrategyVault_NotAuthorized.selector, mallory, alice));
        vm.prank(mallory);
        callVault.claimCancelDepositRequest(0, mallory, alice);
        vm.expectEmit(address(callVault));
        emit IERC7887Deposit.CancelDepositClaim(alice, carol, 0, alice, 1e18);
        vm.prank(alice);
        callVault.claimCancelDepositRequest(0, carol, alice);
        assertEq(weth.balanceOf(carol), 1e18);
        (, uint256 refunds) = callVault.claimableReserves();
        assertEq(refunds, 0);
        vm.expectRevert(abi.encodeWithSelector(IStrategyVault.StrategyVault_NothingRefundable.selector, alice));
        vm.prank(alice);
        callVault.claimCancelDepositRequest(0, carol, alice);
    }

    function test_cancelDeposit_doesBothInOneCall() external {
        request(callVault, alice, 1e18);
        vm.expectRevert(abi.encodeWithSelector(IStrategyVault.StrategyVault_NotAuthorized.selector, mallory, alice));
        vm.prank(mallory);
        callVault.cancelDeposit(mallory, alice);
        vm.prank(alice);
        assertEq(callVault.cancelDeposit(bob, alice), 1e18);
        assertEq(weth.balanceOf(bob), 1e18);
        (uint256 pending,) = callVault.pendingTotals();
        assertEq(pending, 0);
        vm.expectRevert(abi.encodeWithSelector(IStrategyVault.StrategyVault_NothingRefundable.selector, alice));
        vm.prank(alice);
        callVault.cancelDeposit(bob, alice);
    }

    function test_cancelDeposit_cannotUndoAnExecution() external {
        request(callVault, alice, 1e18);
        closeEmpty(callVault);
        vm.startPrank(alice);
        vm.expectRevert(abi.encodeWithSelector(IStrategyVault.StrategyVault_NothingPending.selector, alice));
        callVault.cancelDepositRequest(0, alice);
        vm.expectRevert(abi.encodeWithSelector(IStrategyVault.StrategyVault_NothingRefundable.selector, alice));
        callVault.cancelDeposit(alice, alice);
        vm.stopPrank();
    }

    function test_deposit_claims() external {
        request(callVault, alice, 3e18);
        closeEmpty(callVault);
        assertEq(callVault.claimableDepositRequest(0, alice), 3e18);
        assertEq(callVault.claimableDepositRequest(1, alice), 0);
        assertEq(callVault.maxDeposit(alice), 3e18);
        assertEq(callVault.maxMint(alice), 3e18);
        assertEq(callVault.balanceOf(address(callVault)), 3e18);
        vm.startPrank(alice);
        vm.expectEmit(address(callVault));
        emit IERC7575.Deposit(alice, bob, 1e18, 1e18);
        assertEq(callVault.deposit(1e18, bob, alice), 1e18);
        assertEq(callVault.mint(0.5e18, bob), 0.5e18);
        assertEq(callVault.deposit(0.5e18, bob), 0.5e18);
        assertEq(callVault.mint(1e18, bob, alice), 1e18);
        vm.stopPrank();
        assertEq(callVault.balanceOf(bob), 3e18);
        assertEq(callVault.maxDeposit(alice), 0);
        assertEq(callVault.maxMint(alice), 0);
        assertEq(callVault.balanceOf(address(callVault)), 0);
    }

    function test_deposit_refusesNothingTooMuchAndStrangers() external {
        request(callVault, alice, 3e18);
        vm.expectRevert(abi.encodeWithSelector(IStrategyVault.StrategyVault_ExceedsClaimable.selector, 1, 0));
        vm.prank(alice);
        callVault.deposit(1, alice, alice);
        closeEmpty(callVault);
        vm.startPrank(alice);
        vm.expectRevert(abi.encodeWithSelector(IStrategyVault.StrategyVault_ZeroAmount.selector));
        callVault.deposit(0, alice, alice);
        vm.expectRevert(abi.encodeWithSelector(IStrategyVault.StrategyVault_ZeroAmount.selector));
        callVault.mint(0, alice, alice);
        vm.expectRevert(
            abi.encodeWithSelector(IStrategyVault.StrategyVault_ExceedsClaimable.selector, 3e18 + 1, uint256(3e18))
        );
        callVault.deposit(3e18 + 1, alice, alice);
        vm.expectRevert(
            abi.encodeWithSelector(IStrategyVault.StrategyVault_ExceedsClaimable.selector, 3e18 + 1, uint256(3e18))
        );
        callVault.mint(3e18 + 1, alice, alice);
        vm.expectRevert(abi.encodeWithSelector(IStrategyVault.StrategyVault_ZeroReceiver.selector));
        callVault.deposit(1e18, address(0), alice);
        vm.stopPrank();
        vm.startPrank(mallory);
        vm.expectRevert(abi.encodeWithSelector(IStrategyVault.StrategyVault_NotAuthorized.selector, mallory, alice));
        callVault.deposit(1e18, mallory, alice);
        vm.expectRevert(abi.encodeWithSelector(IStrategyVault.StrategyVault_NotAuthorized.selector, mallory, alice));
        callVault.mint(1e18, mallory, alice);
        vm.stopPrank();
    }

    /// @dev Partial claims, in any order and size, hand out exactly the claim.
    function test_deposit_partialClaimsAddUp(uint256 seed, uint256 assets, uint256 gain) external {
        assets = bound(assets, 10e6, 1e15);
        _gain(bound(gain, 1, 90_000e6));
        request(putVault, alice, assets);
        closeEmpty(putVault);
        Requests memory all = requestsOf(putVault, alice);
        uint256 gotShares;
        uint256 paidAssets;
        for (uint256 i; i < 6; ++i) {
            seed = uint256(keccak256(abi.encode(seed)));
            Requests memory left = requestsOf(putVault, alice);
            vm.startPrank(alice);
            if (seed % 2 == 0 && left.claimableDepositAssets > 0) {
                uint256 part = bound(seed >> 8, 1, left.claimableDepositAssets);
                gotShares += putVault.deposit(part, alice, alice);
                paidAssets += part;
            } else if (left.claimableDepositShares > 0) {
                uint256 part = bound(seed >> 8, 1, left.claimableDepositShares);
                paidAssets += putVault.mint(part, alice, alice);
                gotShares += part;
            }
            vm.stopPrank();
        }
        Requests memory rest = requestsOf(putVault, alice);
        assertEq(gotShares + rest.claimableDepositShares, all.claimableDepositShares, "shares");
        assertEq(paidAssets + rest.claimableDepositAssets, all.claimableDepositAssets, "assets");
        assertEq(putVault.balanceOf(alice), gotShares);
    }

    function test_secondRequest_neitherBlocksNorRepricesTheFirst() external {
        enter(callVault, bob, 10e18);
        sellAll(callVault, strikesOf(CALL_STRIKE), 0.1e18);
        request(callVault, alice, 1e18);
        settleAt(callVault, SPOT);
        uint256 first = requestsOf(callVault, alice).claimableDepositShares;
        assertEq(callVault.pendingDepositRequest(0, alice), 0, "executed at the settlement");
        sellAll(callVault, strikesOf(CALL_STRIKE), 0.5e18);
        request(callVault, alice, 5e18);
        settleAt(callVault, SPOT);
        request(callVault, alice, 2e18);
        Requests memory requests = requestsOf(callVault, alice);
        assertEq(requests.pendingDepositAssets, 2e18);
        assertEq(requests.claimableDepositAssets, 6e18);
        uint256 second = uint256(5e18) * 1e18 / callVault.depositPrice();
        assertEq(requests.claimableDepositShares, first + second);
        assertGt(first, uint256(1e18) * 1e18 / callVault.depositPrice(), "the first kept its better price");
        assertEq(claimShares(callVault, alice), first + second);
    }

    /// @dev Lifts the put vault's price by a premium of `premium` in total.
    function _gain(uint256 premium) private {
        enter(putVault, bob, 100_000e6);
        open(putVault, strikesOf(2_700e8), 0);
        uint256 offered = putVault.epoch().sizeOffered;
        bid(putVault, offered, premium * 1e18 / offered);
        clear(putVault);
        settleAt(putVault, SPOT);
    }
}

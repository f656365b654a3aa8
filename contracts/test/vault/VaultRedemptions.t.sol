// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IStrategyVault, Requests} from "../../src/vault/IStrategyVault.sol";
import {IERC7540Redeem} from "../../src/vault/standards/IERC7540Redeem.sol";
import {IERC7575} from "../../src/vault/standards/IERC7575.sol";
import {IERC7887Redeem} from "../../src/vault/standards/IERC7887Redeem.sol";
import {VaultTest} from "./VaultTest.sol";
import {ERC20} from "solady/tokens/ERC20.sol";

contract VaultRedemptionsTest is VaultTest {
    bytes32 private constant PERMIT_TYPEHASH =
        keccak256("Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)");

    function setUp() public override {
        super.setUp();
        enter(callVault, alice, 10e18);
    }

    function test_requestRedeem_needsOwnerOperatorOrAllowance() external {
        vm.expectRevert(abi.encodeWithSelector(ERC20.InsufficientAllowance.selector));
        vm.prank(mallory);
        callVault.requestRedeem(1e18, mallory, alice);
        vm.prank(alice);
        callVault.approve(bob, 3e18);
        vm.prank(bob);
        callVault.requestRedeem(1e18, carol, alice);
        assertEq(callVault.allowance(alice, bob), 2e18);
        assertEq(callVault.pendingRedeemRequest(0, carol), 1e18);
        vm.startPrank(alice);
        callVault.approve(bob, type(uint256).max);
        callVault.setOperator(carol, true);
        callVault.approve(carol, 5e18);
        vm.stopPrank();
        vm.prank(bob);
        callVault.requestRedeem(1e18, bob, alice);
        assertEq(callVault.allowance(alice, bob), type(uint256).max);
        vm.prank(carol);
        callVault.requestRedeem(1e18, carol, alice);
        assertEq(callVault.allowance(alice, carol), 5e18, "an operator spends no allowance");
    }

    function test_requestRedeem_refusesNothingAndNobody() external {
        vm.startPrank(alice);
        vm.expectRevert(abi.encodeWithSelector(IStrategyVault.StrategyVault_ZeroAmount.selector));
        callVault.requestRedeem(0, alice, alice);
        vm.expectRevert(abi.encodeWithSelector(IStrategyVault.StrategyVault_ZeroController.selector));
        callVault.requestRedeem(1, address(0), alice);
        vm.expectRevert(abi.encodeWithSelector(ERC20.InsufficientBalance.selector));
        callVault.requestRedeem(10e18 + 1, alice, alice);
        vm.stopPrank();
    }

    function test_requestRedeem_movesTheSharesAndEmits() external {
        vm.expectEmit(address(callVault));
        emit IERC7540Redeem.RedeemRequest(bob, alice, 0, alice, 4e18);
        vm.prank(alice);
        assertEq(callVault.requestRedeem(4e18, bob, alice), 0);
        assertEq(callVault.pendingRedeemRequest(0, bob), 4e18);
        assertEq(callVault.pendingRedeemRequest(1, bob), 0);
        assertEq(callVault.claimableRedeemRequest(0, bob), 0);
        assertEq(callVault.balanceOf(alice), 6e18);
        assertEq(callVault.balanceOf(address(callVault)), 4e18);
        assertEq(callVault.totalSupply(), 10e18, "burned at execution");
        (, uint256 pending) = callVault.pendingTotals();
        assertEq(pending, 4e18);
    }

    function test_cancel_givesTheSharesBack() external {
        requestRedeem(callVault, alice, 4e18);
        vm.expectRevert(abi.encodeWithSelector(IStrategyVault.StrategyVault_NotAuthorized.selector, mallory, alice));
        vm.prank(mallory);
        callVault.cancelRedeemRequest(0, alice);
        vm.startPrank(alice);
        vm.expectRevert(abi.encodeWithSelector(IStrategyVault.StrategyVault_UnknownRequest.selector, 1));
        callVault.cancelRedeemRequest(1, alice);
        vm.expectEmit(address(callVault));
        emit IERC7887Redeem.CancelRedeemRequest(alice, 0, alice);
        callVault.cancelRedeemRequest(0, alice);
        assertFalse(callVault.pendingCancelRedeemRequest(0, alice));
        assertEq(callVault.claimableCancelRedeemRequest(0, alice), 4e18);
        assertEq(callVault.claimableCancelRedeemRequest(1, alice), 0);
        vm.expectRevert(abi.encodeWithSelector(IStrategyVault.StrategyVault_NothingPending.selector, alice));
        callVault.cancelRedeemRequest(0, alice);
        vm.expectRevert(abi.encodeWithSelector(IStrategyVault.StrategyVault_UnknownRequest.selector, 1));
        callVault.claimCancelRedeemRequest(1, bob, alice);
        vm.expectEmit(address(callVault));
        emit IERC7887Redeem.CancelRedeemClaim(alice, bob, 0, alice, 4e18);
        callVault.claimCancelRedeemRequest(0, bob, alice);
        assertEq(callVault.balanceOf(bob), 4e18);
        vm.expectRevert(abi.encodeWithSelector(IStrategyVault.StrategyVault_NothingRefundable.selector, alice));
        callVault.claimCancelRedeemRequest(0, bob, alice);
        vm.stopPrank();
        (, uint256 pending) = callVault.pendingTotals();
        assertEq(pending, 0);
    }

    function test_claimCancel_isTheControllers() external {
        requestRedeem(callVault, alice, 4e18);
        vm.prank(alice);
        callVault.cancelRedeemRequest(0, alice);
        vm.expectRevert(abi.encodeWithSelector(IStrategyVault.StrategyVault_NotAuthorized.selector, mallory, alice));
        vm.prank(mallory);
        callVault.claimCancelRedeemRequest(0, mallory, alice);
    }

    function test_cancelRedeem_doesBothInOneCall() external {
        requestRedeem(callVault, alice, 4e18);
        vm.expectRevert(abi.encodeWithSelector(IStrategyVault.StrategyVault_NotAuthorized.selector, mallory, alice));
        vm.prank(mallory);
        callVault.cancelRedeem(mallory, alice);
        vm.startPrank(alice);
        assertEq(callVault.cancelRedeem(alice, alice), 4e18);
        assertEq(callVault.balanceOf(alice), 10e18);
        vm.expectRevert(abi.encodeWithSelector(IStrategyVault.StrategyVault_NothingRefundable.selector, alice));
        callVault.cancelRedeem(alice, alice);
        vm.stopPrank();
    }

    function test_redeem_claims() external {
        requestRedeem(callVault, alice, 4e18);
        closeEmpty(callVault);
        assertEq(callVault.totalSupply(), 6e18);
        assertEq(callVault.totalAssets(), 6e18);
        assertEq(callVault.claimableRedeemRequest(0, alice), 4e18);
        assertEq(callVault.claimableRedeemRequest(1, alice), 0);
        assertEq(callVault.maxRedeem(alice), 4e18);
        assertEq(callVault.maxWithdraw(alice), 4e18);
        (uint256 reserves,) = callVault.claimableReserves();
        assertEq(reserves, 4e18);
        vm.prank(alice);
        callVault.setOperator(bob, true);
        vm.startPrank(bob);
        vm.expectEmit(address(callVault));
        emit IERC7575.Withdraw(bob, carol, alice, 1e18, 1e18);
        assertEq(callVault.redeem(1e18, carol, alice), 1e18);
        assertEq(callVault.withdraw(3e18, carol, alice), 3e18);
        vm.stopPrank();
        assertEq(weth.balanceOf(carol), 4e18);
        assertEq(callVault.maxRedeem(alice), 0);
        assertEq(callVault.maxWithdraw(alice), 0);
        (reserves,) = callVault.claimableReserves();
        assertEq(reserves, 0);
    }

    function test_redeem_refusesNothingTooMuchAndStrangers() external {
        requestRedeem(callVault, alice, 4e18);
        closeEmpty(callVault);
        vm.startPrank(alice);
        vm.expectRevert(abi.encodeWithSelector(IStrategyVault.StrategyVault_ZeroAmount.selector));
        callVault.redeem(0, alice, alice);
        vm.expectRevert(abi.encodeWithSelector(IStrategyVault.StrategyVault_ZeroAmount.selector));
        callVault.withdraw(0, alice, alice);
        bytes memory tooMuch =
            abi.encodeWithSelector(IStrategyVault.StrategyVault_ExceedsClaimable.selector, 4e18 + 1, uint256(4e18));
        vm.expectRevert(tooMuch);
        callVault.redeem(4e18 + 1, alice, alice);
        vm.expectRevert(tooMuch);
        callVault.withdraw(4e18 + 1, alice, alice);
        vm.stopPrank();
        bytes memory stranger =
            abi.encodeWithSelector(IStrategyVault.StrategyVault_NotAuthorized.selector, mallory, alice);
        vm.startPrank(mallory);
        vm.expectRevert(stranger);
        callVault.redeem(1, mallory, alice);
        vm.expectRevert(stranger);
        callVault.withdraw(1, mallory, alice);
        vm.stopPrank();
    }

    function test_redeem_partialClaimsAddUp(uint256 seed, uint256 shares, uint256 premium) external {
        enter(putVault, bob, 100_000e6);
        open(putVault, strikesOf(2_700e8), 0);
        bid(putVault, putVault.epoch().sizeOffered, bound(premium, 0, 2_000e6));
        clear(putVault);
        requestRedeem(putVault, bob, bound(shares, 1, 100_000e18));
        settleAt(putVault, 2_500e8);
        Requests memory all = requestsOf(putVault, bob);
        uint256 gone;
        uint256 got;
        for (uint256 i; i < 6; ++i) {
            seed = uint256(keccak256(abi.encode(seed)));
            Requests memory left = requestsOf(putVault, bob);
            vm.startPrank(bob);
            if (seed % 2 == 0 && left.claimableRedeemAssets > 0) {
                uint256 part = bound(seed >> 8, 1, left.claimableRedeemAssets);
                gone += putVault.withdraw(part, bob, bob);
                got += part;
            } else if (left.claimableRedeemShares > 0) {
                uint256 part = bound(seed >> 8, 1, left.claimableRedeemShares);
                got += putVault.redeem(part, bob, bob);
                gone += part;
            }
            vm.stopPrank();
        }
        Requests memory rest = requestsOf(putVault, bob);
        assertEq(gone + rest.claimableRedeemShares, all.claimableRedeemShares, "shares");
        assertEq(got + rest.claimableRedeemAssets, all.claimableRedeemAssets, "assets");
        assertEq(usdc.balanceOf(bob), got);
    }

    function test_secondRedemption_neitherBlocksNorRepricesTheFirst() external {
        sellAll(callVault, strikesOf(CALL_STRIKE), 0.1e18);
        requestRedeem(callVault, alice, 1e18);
        settleAt(callVault, SPOT);
        uint256 first = requestsOf(callVault, alice).claimableRedeemAssets;
        assertEq(first, callVault.sharePrice());
        sellAll(callVault, strikesOf(CALL_STRIKE), 0.2e18);
        requestRedeem(callVault, alice, 2e18);
        settleAt(callVault, SPOT);
        requestRedeem(callVault, alice, 3e18);
        Requests memory requests = requestsOf(callVault, alice);
        assertEq(requests.claimableRedeemShares, 3e18);
        assertEq(requests.claimableRedeemAssets, first + 2 * callVault.sharePrice());
        assertEq(requests.pendingRedeemShares, 3e18);
    }

    function test_permit_givesAnAllowanceOnce() external {
        (address owner, uint256 key) = actor("permit owner");
        vm.prank(alice);
        callVault.transfer(owner, 1e18);
        uint256 deadline = block.timestamp + 1;
        bytes32 content = keccak256(abi.encode(PERMIT_TYPEHASH, owner, bob, 1e18, 0, deadline));
        bytes32 domain = keccak256(
            abi.encode(
                keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                keccak256("Ballast Test"),
                keccak256("1"),
                block.chainid,
                address(callVault)
            )
        );
        assertEq(callVault.DOMAIN_SEPARATOR(), domain);
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, keccak256(abi.encodePacked("\x19\x01", domain, content)));
        callVault.permit(owner, bob, 1e18, deadline, v, r, s);
        assertEq(callVault.allowance(owner, bob), 1e18);
        vm.expectRevert(abi.encodeWithSelector(ERC20.InvalidPermit.selector));
        callVault.permit(owner, bob, 1e18, deadline, v, r, s);
        vm.prank(bob);
        callVault.requestRedeem(1e18, owner, owner);
        assertEq(callVault.pendingRedeemRequest(0, owner), 1e18);
    }

    function test_shares_areAToken() external {
        assertEq(callVault.name(), "Ballast Test");
        assertEq(callVault.symbol(), "bTEST");
        assertEq(uint256(callVault.decimals()), 18);
        assertEq(uint256(putVault.decimals()), 18);
        vm.expectRevert(abi.encodeWithSelector(IStrategyVault.StrategyVault_ZeroReceiver.selector));
        vm.prank(alice);
        callVault.transfer(address(0), 1);
        address permit2 = 0x000000000022D473030F116dDEE9F6B43aC78BA3;
        assertEq(callVault.allowance(alice, permit2), 0);
    }
}

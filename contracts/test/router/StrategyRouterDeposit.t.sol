// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Allocation, IStrategyRouter, Permit} from "../../src/router/IStrategyRouter.sol";
import {StrategyRouterBase} from "./StrategyRouterBase.sol";
import {Manner, TestAsyncVault} from "./TestAsyncVault.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {ERC20} from "solady/tokens/ERC20.sol";

contract StrategyRouterDepositTest is StrategyRouterBase {
    // ---- depositEth

    function test_depositEth_requestsExactlyWhatWasSent() external {
        vm.expectEmit(address(router));
        emit IStrategyRouter.DepositRouted(alice, bob, address(wethVault), 3 ether);
        vm.prank(alice);
        router.depositEth{value: 3 ether}(address(wethVault), bob);
        assertEq(wethVault.requested(bob), 3 ether);
        assertEq(weth.balanceOf(address(wethVault)), 3 ether);
        assertEq(alice.balance, 97 ether);
        assertRouterEmpty();
    }

    function test_depositEth_revertsOnNothingNobodyAndAnotherAsset() external {
        vm.startPrank(alice);
        vm.expectRevert(IStrategyRouter.StrategyRouter_ZeroAssets.selector);
        router.depositEth(address(wethVault), alice);
        vm.expectRevert(IStrategyRouter.StrategyRouter_ZeroController.selector);
        router.depositEth{value: 1}(address(wethVault), address(0));
        vm.expectRevert(
            abi.encodeWithSelector(
                IStrategyRouter.StrategyRouter_AssetMismatch.selector, address(first), address(usd), address(weth)
            )
        );
        router.depositEth{value: 1}(address(first), alice);
    }

    function test_depositEth_revertsWhenTheVaultTakesAnotherAmount() external {
        wethVault.setManner(Manner.TakesLess);
        vm.expectRevert(
            abi.encodeWithSelector(
                IStrategyRouter.StrategyRouter_AmountMismatch.selector, address(weth), 1 ether, 1 ether - 1
            )
        );
        vm.prank(alice);
        router.depositEth{value: 1 ether}(address(wethVault), alice);
    }

    function test_depositEth_revertsWhenTheVaultReenters() external {
        wethVault.setManner(Manner.Reenters);
        vm.expectRevert(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector);
        vm.prank(alice);
        router.depositEth{value: 1 ether}(address(wethVault), alice);
    }

    // ---- depositMany: what it refuses

    function test_depositMany_revertsOnNothingAndNobody() external {
        vm.expectRevert(IStrategyRouter.StrategyRouter_ZeroAssets.selector);
        router.depositMany(address(usd), 0, weights(5000, 5000), alice, noPermit(), false);
        vm.expectRevert(IStrategyRouter.StrategyRouter_ZeroController.selector);
        router.depositMany(address(usd), 1, weights(5000, 5000), address(0), noPermit(), false);
    }

    function test_depositMany_revertsOnNoVaultOrTooMany() external {
        vm.expectRevert(abi.encodeWithSelector(IStrategyRouter.StrategyRouter_CountOutOfRange.selector, 0, 16));
        router.depositMany(address(usd), 1, new Allocation[](0), alice, noPermit(), false);
        vm.expectRevert(abi.encodeWithSelector(IStrategyRouter.StrategyRouter_CountOutOfRange.selector, 17, 16));
        router.depositMany(address(usd), 1, new Allocation[](17), alice, noPermit(), false);
    }

    function test_depositMany_takesSixteenVaults() external {
        Allocation[] memory list = new Allocation[](16);
        for (uint256 i; i < 16; ++i) {
            list[i] = Allocation(address(new TestAsyncVault(address(usd))), 625);
        }
        vm.startPrank(alice);
        usd.approve(address(router), 1600);
        router.depositMany(address(usd), 1600, list, alice, noPermit(), false);
        for (uint256 i; i < 16; ++i) {
            assertEq(usd.balanceOf(list[i].vault), 100);
        }
    }

    function test_depositMany_revertsOnUnfitAllocations() external {
        Allocation[] memory other = weights(5000, 5000);
        other[1].vault = address(wethVault);
        vm.expectRevert(
            abi.encodeWithSelector(
                IStrategyRouter.StrategyRouter_AssetMismatch.selector, address(wethVault), address(weth), address(usd)
            )
        );
        router.depositMany(address(usd), 1, other, alice, noPermit(), false);

        vm.expectRevert(
            abi.encodeWithSelector(IStrategyRouter.StrategyRouter_AllocationUnfit.selector, address(second), 0)
        );
        router.depositMany(address(usd), 1, weights(10_000, 0), alice, noPermit(), false);

        Allocation[] memory twice = weights(2000, 3000, 5000);
        twice[2].vault = address(first);
        vm.expectRevert(
            abi.encodeWithSelector(IStrategyRouter.StrategyRouter_AllocationUnfit.selector, address(first), 5000)
        );
        router.depositMany(address(usd), 1, twice, alice, noPermit(), false);

        vm.expectRevert(abi.encodeWithSelector(IStrategyRouter.StrategyRouter_WeightsMismatch.selector, 9999));
        router.depositMany(address(usd), 1, weights(5000, 4999), alice, noPermit(), false);
        vm.expectRevert(abi.encodeWithSelector(IStrategyRouter.StrategyRouter_WeightsMismatch.selector, 10_001));
        router.depositMany(address(usd), 1, weights(5000, 5001), alice, noPermit(), false);
    }

    // ---- depositMany: permits

    function test_depositMany_usesAPermit() external {
        Permit memory permit = alicePermit(usd, 1000e6, START + 1200);
        vm.prank(alice);
        router.depositMany(address(usd), 1000e6, weights(2500, 7500), bob, permit, false);
        assertEq(first.requested(bob), 250e6);
        assertEq(second.requested(bob), 750e6);
        assertEq(usd.nonces(alice), 1);
        assertRouterEmpty();
    }

    function test_depositMany_survivesAFrontRunPermit() external {
        Permit memory permit = alicePermit(usd, 1000e6, START + 1200);
        vm.prank(bob);
        usd.permit(alice, address(router), 1000e6, permit.deadline, permit.v, permit.r, permit.s);
        vm.prank(alice);
        router.depositMany(address(usd), 1000e6, weights(2500, 7500), alice, permit, false);
        assertEq(first.requested(alice), 250e6);
        assertEq(second.requested(alice), 750e6);
    }

    function test_depositMany_ignoresABadPermitWhenTheAllowanceIsThere() external {
        Permit memory expired = alicePermit(usd, 1000e6, START - 1);
        vm.startPrank(alice);
        usd.approve(address(router), 1000e6);
        router.depositMany(address(usd), 1000e6, weights(2500, 7500), alice, expired, false);
        assertEq(first.requested(alice), 250e6);
    }

    function test_depositMany_revertsOnABadPermitWithoutAllowance() external {
        Permit memory tooSmall = alicePermit(usd, 999e6, START + 1200);
        vm.expectRevert(ERC20.InsufficientAllowance.selector);
        vm.prank(alice);
        router.depositMany(address(usd), 1000e6, weights(2500, 7500), alice, tooSmall, false);
    }

    function test_depositMany_withoutPermitDoesNotCallPermit() external {
        vm.startPrank(alice);
        usd.approve(address(router), 1000e6);
        vm.expectCall(address(usd), abi.encodeWithSelector(ERC20.permit.selector), 0);
        router.depositMany(address(usd), 1000e6, weights(2500, 7500), alice, noPermit(), false);
    }

    function test_depositMany_nobodyElseMovesMyTokens() external {
        vm.prank(alice);
        usd.approve(address(router), type(uint256).max);
        vm.expectRevert(ERC20.InsufficientAllowance.selector);
        vm.prank(bob);
        router.depositMany(address(usd), 1000e6, weights(2500, 7500), bob, noPermit(), false);
        assertEq(usd.balanceOf(alice), 1_000_000e6);
    }

    // ---- depositMany: hostile tokens and vaults

    function test_depositMany_revertsOnHostileTokens() external {
        vm.startPrank(alice);
        usd.approve(address(router), type(uint256).max);
        usd.setFeeBps(100);
        vm.expectRevert(
            abi.encodeWithSelector(IStrategyRouter.StrategyRouter_AmountMismatch.selector, address(usd), 1000e6, 990e6)
        );
        router.depositMany(address(usd), 1000e6, weights(2500, 7500), alice, noPermit(), false);
        usd.setFeeBps(0);
        usd.setAnswersFalse(true);
        vm.expectRevert(abi.encodeWithSelector(SafeERC20.SafeERC20FailedOperation.selector, address(usd)));
        router.depositMany(address(usd), 1000e6, weights(2500, 7500), alice, noPermit(), false);
    }

    function test_depositMany_revertsOnHostileVaults() external {
        vm.startPrank(alice);
        usd.approve(address(router), type(uint256).max);
        usd.mint(address(second), 100);
        _refuses(Manner.TakesLess, 750e6 - 1);
        _refuses(Manner.TakesNothing, 0);
        _refuses(Manner.SendsBack, 0);
        _refuses(Manner.GivesMore, 0);
        second.setManner(Manner.Refuses);
        vm.expectRevert(TestAsyncVault.TestAsyncVault_Refused.selector);
        router.depositMany(address(usd), 1000e6, weights(2500, 7500), alice, noPermit(), false);
        assertEq(first.requested(alice), 0);
        assertEq(usd.balanceOf(alice), 1_000_000e6);
    }

    /// @dev A part of nothing is where a gift could pass for nothing taken.
    function test_depositMany_revertsOnAGiftForNothing() external {
        vm.startPrank(alice);
        usd.approve(address(router), type(uint256).max);
        usd.mint(address(first), 1);
        first.setManner(Manner.GivesMore);
        vm.expectRevert(
            abi.encodeWithSelector(IStrategyRouter.StrategyRouter_AmountMismatch.selector, address(usd), 0, 0)
        );
        router.depositMany(address(usd), 1, weights(2500, 7500), alice, noPermit(), false);
    }

    function test_depositMany_revertsWhenAVaultReenters() external {
        vm.startPrank(alice);
        router.setAllocation(address(usd), weights(2500, 7500));
        usd.approve(address(router), type(uint256).max);
        first.setManner(Manner.Reenters);
        vm.expectRevert(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector);
        router.depositMany(address(usd), 1000e6, weights(2500, 7500), alice, noPermit(), false);
    }

    function _refuses(Manner manner, uint256 taken) private {
        second.setManner(manner);
        vm.expectRevert(
            abi.encodeWithSelector(IStrategyRouter.StrategyRouter_AmountMismatch.selector, address(usd), 750e6, taken)
        );
        router.depositMany(address(usd), 1000e6, weights(2500, 7500), alice, noPermit(), false);
    }

    // ---- depositMany: the split

    function test_depositMany_lastVaultTakesTheRounding() external {
        vm.startPrank(alice);
        usd.approve(address(router), 100);
        vm.expectEmit(address(router));
        emit IStrategyRouter.DepositRouted(alice, bob, address(first), 33);
        vm.expectEmit(address(router));
        emit IStrategyRouter.DepositRouted(alice, bob, address(second), 33);
        vm.expectEmit(address(router));
        emit IStrategyRouter.DepositRouted(alice, bob, address(third), 34);
        router.depositMany(address(usd), 100, weights(3333, 3333, 3334), bob, noPermit(), false);
        assertEq(third.requested(bob), 34);
        assertRouterEmpty();
    }

    function test_depositMany_addsUpForAnyAmountAndWeights(uint256 assets, uint256 a, uint256 b) external {
        assets = bound(assets, 1, 1_000_000e6);
        a = bound(a, 1, 9998);
        b = bound(b, 1, 9999 - a);
        vm.startPrank(alice);
        usd.approve(address(router), assets);
        router.depositMany(
            address(usd), assets, weights(uint16(a), uint16(b), uint16(10_000 - a - b)), bob, noPermit(), false
        );
        assertEq(first.requested(bob), assets * a / 10_000);
        assertEq(second.requested(bob), assets * b / 10_000);
        assertEq(third.requested(bob), assets - assets * a / 10_000 - assets * b / 10_000);
        assertRouterEmpty();
    }

    function test_depositMany_keepsWhatWasSentByMistake() external {
        usd.mint(address(router), 77);
        vm.startPrank(alice);
        usd.approve(address(router), 1000e6);
        router.depositMany(address(usd), 1000e6, weights(2500, 7500), alice, noPermit(), false);
        assertEq(usd.balanceOf(address(router)), 77);
    }

    function test_depositMany_storesOnlyWhenAsked() external {
        vm.startPrank(alice);
        usd.approve(address(router), 2000e6);
        router.depositMany(address(usd), 1000e6, weights(2500, 7500), alice, noPermit(), false);
        assertEq(router.allocationOf(alice, address(usd)).length, 0);
        router.depositMany(address(usd), 1000e6, weights(2500, 7500), alice, noPermit(), true);
        Allocation[] memory kept = router.allocationOf(alice, address(usd));
        assertEq(kept.length, 2);
        assertEq(kept[0].vault, address(first));
        assertEq(uint256(kept[0].weightBps), 2500);
        assertEq(kept[1].vault, address(second));
        assertEq(uint256(kept[1].weightBps), 7500);
    }
}

// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Allocation, IStrategyRouter, Permit, Redemption} from "../../src/router/IStrategyRouter.sol";
import {StrategyRouterBase} from "./StrategyRouterBase.sol";
import {ERC20} from "solady/tokens/ERC20.sol";

contract StrategyRouterRedeemTest is StrategyRouterBase {
    function setUp() public override {
        super.setUp();
        first.mint(alice, 100e18);
        second.mint(alice, 50e18);
    }

    // ---- redeemMany

    function test_redeemMany_usesSharePermits() external {
        Redemption[] memory list = new Redemption[](2);
        list[0] = redemption(first, 40e18, alicePermit(first, 40e18, START + 1200));
        list[1] = redemption(second, 50e18, alicePermit(second, 50e18, START + 1200));
        vm.expectEmit(address(router));
        emit IStrategyRouter.RedemptionRouted(alice, bob, address(first), 40e18);
        vm.expectEmit(address(router));
        emit IStrategyRouter.RedemptionRouted(alice, bob, address(second), 50e18);
        vm.prank(alice);
        router.redeemMany(list, bob);
        assertEq(first.redeemed(bob), 40e18);
        assertEq(second.redeemed(bob), 50e18);
        assertEq(first.balanceOf(alice), 60e18);
        assertEq(second.balanceOf(alice), 0);
        assertEq(first.balanceOf(address(router)), 0);
        assertEq(second.balanceOf(address(router)), 0);
    }

    function test_redeemMany_survivesAFrontRunPermit() external {
        Permit memory permit = alicePermit(first, 40e18, START + 1200);
        first.permit(alice, address(router), 40e18, permit.deadline, permit.v, permit.r, permit.s);
        Redemption[] memory list = new Redemption[](1);
        list[0] = redemption(first, 40e18, permit);
        vm.prank(alice);
        router.redeemMany(list, alice);
        assertEq(first.redeemed(alice), 40e18);
    }

    function test_redeemMany_takesAnAllowanceWithoutPermit() external {
        Redemption[] memory list = new Redemption[](1);
        list[0] = redemption(first, 40e18, noPermit());
        vm.startPrank(alice);
        first.approve(address(router), 40e18);
        router.redeemMany(list, alice);
        assertEq(first.redeemed(alice), 40e18);
    }

    function test_redeemMany_movesNobodyElsesShares() external {
        vm.prank(alice);
        first.approve(address(router), type(uint256).max);
        Redemption[] memory list = new Redemption[](1);
        list[0] = redemption(first, 40e18, noPermit());
        vm.expectRevert(ERC20.InsufficientAllowance.selector);
        vm.prank(bob);
        router.redeemMany(list, bob);
    }

    function test_redeemMany_revertsOnUnfitLists() external {
        vm.expectRevert(abi.encodeWithSelector(IStrategyRouter.StrategyRouter_CountOutOfRange.selector, 0, 16));
        router.redeemMany(new Redemption[](0), alice);
        vm.expectRevert(abi.encodeWithSelector(IStrategyRouter.StrategyRouter_CountOutOfRange.selector, 17, 16));
        router.redeemMany(new Redemption[](17), alice);
        Redemption[] memory list = new Redemption[](1);
        list[0] = redemption(first, 0, noPermit());
        vm.expectRevert(IStrategyRouter.StrategyRouter_ZeroAssets.selector);
        router.redeemMany(list, alice);
        list[0].shares = 1;
        vm.expectRevert(IStrategyRouter.StrategyRouter_ZeroController.selector);
        router.redeemMany(list, address(0));
    }

    function test_redeemMany_takesSixteen() external {
        Redemption[] memory list = new Redemption[](16);
        for (uint256 i; i < 16; ++i) {
            list[i] = redemption(first, 1e18, noPermit());
        }
        vm.startPrank(alice);
        first.approve(address(router), 16e18);
        router.redeemMany(list, alice);
        assertEq(first.redeemed(alice), 16e18);
    }

    // ---- setAllocation

    function test_setAllocation_replacesAndClears() external {
        vm.startPrank(alice);
        router.setAllocation(address(usd), weights(2000, 3000, 5000));
        Allocation[] memory shorter = weights(2500, 7500);
        vm.expectEmit(address(router));
        emit IStrategyRouter.AllocationStored(alice, address(usd), shorter);
        router.setAllocation(address(usd), shorter);
        Allocation[] memory kept = router.allocationOf(alice, address(usd));
        assertEq(kept.length, 2);
        assertEq(uint256(kept[0].weightBps), 2500);
        assertEq(uint256(kept[1].weightBps), 7500);
        router.setAllocation(address(usd), new Allocation[](0));
        assertEq(router.allocationOf(alice, address(usd)).length, 0);
    }

    function test_setAllocation_isKeptByUserAndAsset() external {
        vm.startPrank(alice);
        router.setAllocation(address(usd), weights(2500, 7500));
        router.setAllocation(address(weth), only(address(wethVault)));
        vm.stopPrank();
        vm.prank(bob);
        router.setAllocation(address(usd), only(address(third)));
        assertEq(router.allocationOf(alice, address(usd)).length, 2);
        assertEq(router.allocationOf(alice, address(weth))[0].vault, address(wethVault));
        assertEq(router.allocationOf(bob, address(usd))[0].vault, address(third));
    }

    function test_setAllocation_revertsLikeADeposit() external {
        vm.expectRevert(abi.encodeWithSelector(IStrategyRouter.StrategyRouter_WeightsMismatch.selector, 9999));
        router.setAllocation(address(usd), weights(5000, 4999));
        vm.expectRevert(
            abi.encodeWithSelector(
                IStrategyRouter.StrategyRouter_AssetMismatch.selector, address(wethVault), address(weth), address(usd)
            )
        );
        router.setAllocation(address(usd), only(address(wethVault)));
    }

    function test_weth_isTheTokenOfTheConstructor() external view {
        assertEq(router.weth(), address(weth));
    }
}

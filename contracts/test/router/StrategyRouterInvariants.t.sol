// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {StrategyRouterBase} from "./StrategyRouterBase.sol";
import {StrategyRouterHandler} from "./StrategyRouterHandler.sol";
import {TestAsyncVault} from "./TestAsyncVault.sol";

contract StrategyRouterInvariantsTest is StrategyRouterBase {
    StrategyRouterHandler private handler;

    function setUp() public override {
        super.setUp();
        TestAsyncVault[] memory vaults = new TestAsyncVault[](3);
        (vaults[0], vaults[1], vaults[2]) = (wethVault, first, second);
        handler = new StrategyRouterHandler(router, usd, weth, vaults);
        bytes4[] memory calls = new bytes4[](6);
        calls[0] = StrategyRouterHandler.depositEth.selector;
        calls[1] = StrategyRouterHandler.depositMany.selector;
        calls[2] = StrategyRouterHandler.redeemMany.selector;
        calls[3] = StrategyRouterHandler.setManner.selector;
        calls[4] = StrategyRouterHandler.setFee.selector;
        calls[5] = StrategyRouterHandler.give.selector;
        targetOnly(address(handler), calls);
    }

    function invariant_9_routerKeepsNothing() external view {
        assertEq(usd.balanceOf(address(router)), handler.usdGiven(), "dollars");
        assertEq(weth.balanceOf(address(router)), handler.wethGiven(), "wrapped ether");
        assertEq(first.balanceOf(address(router)), handler.sharesGiven(), "shares");
        assertEq(second.balanceOf(address(router)), 0, "shares");
        assertEq(address(router).balance, 0, "ether");
    }

    function invariant_9_routerLeavesNoAllowance() external view {
        assertEq(usd.allowance(address(router), address(first)), 0);
        assertEq(usd.allowance(address(router), address(second)), 0);
        assertEq(weth.allowance(address(router), address(wethVault)), 0);
    }

    /// @dev The handler is seen to reach what the invariants are about.
    function test_handler_depositsRedeemsAndGives() external {
        handler.give(5);
        handler.depositEth(1 ether);
        handler.depositMany(1000e6, 4000, true);
        handler.redeemMany(1, 5e18);
        assertEq(handler.deposits(), 2);
        assertEq(handler.redemptions(), 1);
        assertEq(usd.balanceOf(address(router)), 5);
    }
}

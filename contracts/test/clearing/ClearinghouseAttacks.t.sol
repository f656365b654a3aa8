// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Account, IClearinghouse, PackageLeg} from "../../src/clearing/IClearinghouse.sol";
import {ITransferHook, TestToken} from "../base/TestToken.sol";
import {ClearinghouseBase} from "./ClearinghouseBase.sol";
import {NaiveClearinghouse} from "./NaiveClearinghouse.sol";
import {ERC6909} from "@openzeppelin/contracts/token/ERC6909/ERC6909.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";

/// @notice An owner that calls back into a target while the token pays it, and remembers how that ended.
contract Reenterer is ITransferHook {
    address private target;
    bytes[] private calls;
    bool private entered;
    bytes[] public results;
    uint256 public succeeded;

    function arm(address target_, bytes[] memory calls_) external {
        target = target_;
        calls = calls_;
        entered = false;
    }

    function run(address callee, bytes calldata call) external {
        (bool success,) = callee.call(call);
        require(success, "outer call failed");
    }

    function attempts() external view returns (uint256) {
        return results.length;
    }

    function onTransfer(address, address, uint256) external {
        if (entered || target == address(0)) return;
        entered = true;
        for (uint256 i; i < calls.length; ++i) {
            (bool success, bytes memory result) = target.call(calls[i]);
            if (success) ++succeeded;
            results.push(result);
        }
    }
}

contract ClearinghouseAttacksTest is ClearinghouseBase {
    uint256 private put;
    NaiveClearinghouse private naive;

    function setUp() public override {
        super.setUp();
        put = _put(2000e8);
        naive = new NaiveClearinghouse(usd);
        address[2] memory writers = [alice, carol];
        for (uint256 i; i < 2; ++i) {
            vm.startPrank(writers[i]);
            usd.approve(address(naive), type(uint256).max);
            naive.write(1e18, 2000e6, i == 0 ? bob : named("dave"));
            vm.stopPrank();
            _deposit(_usd(writers[i]), 2000e6);
            _write(_usd(writers[i]), put, 1e18, i == 0 ? bob : named("dave"));
        }
    }

    function test_Attack_OneOptionExercisedTwice() external {
        naive.settle(1000e6);
        uint256 before = usd.balanceOf(bob);
        address[] memory writers = new address[](2);
        (writers[0], writers[1]) = (alice, carol);
        vm.prank(bob);
        naive.exercise(1e18, writers);
        assertEq(usd.balanceOf(bob) - before, 2000e6, "the twin pays twice for one option");

        _finalPrice(1000e8);
        before = usd.balanceOf(bob);
        vm.startPrank(bob);
        house.exercise(put, 1e18, bob);
        vm.expectRevert(abi.encodeWithSelector(ERC6909.ERC6909InsufficientBalance.selector, bob, 0, 1e18, put));
        house.exercise(put, 1e18, bob);
        vm.stopPrank();
        assertEq(usd.balanceOf(bob) - before, 1000e6);
        assertEq(house.settleAccount(_usd(alice)), 1000e6);
        assertEq(house.settleAccount(_usd(carol)), 1000e6);
    }

    function test_Attack_OneCollateralForTwoShorts() external {
        vm.expectRevert(
            abi.encodeWithSelector(IClearinghouse.Clearinghouse_Undercovered.selector, _id(_usd(alice)), 4000e6, 2000e6)
        );
        _write(_usd(alice), put, 1e18, alice);
        Account memory twin = _usd(alice);
        twin.subId = 2;
        vm.expectRevert(
            abi.encodeWithSelector(IClearinghouse.Clearinghouse_Undercovered.selector, _id(twin), 2000e6, 0)
        );
        _write(twin, put, 1e18, alice);
    }

    function test_Attack_OneLongForTwoShorts() external {
        vm.prank(bob);
        house.depositLong(_usd(bob), put, 1e18);
        Account memory twin = _usd(bob);
        twin.subId = 2;
        vm.expectRevert(abi.encodeWithSelector(ERC6909.ERC6909InsufficientBalance.selector, bob, 0, 1e18, put));
        vm.prank(bob);
        house.depositLong(twin, put, 1e18);
    }

    function test_Attack_SettledAndWithdrawn() external {
        _finalPrice(1000e8);
        house.settleAccount(_usd(alice));
        vm.expectRevert(abi.encodeWithSelector(IClearinghouse.Clearinghouse_AccountSettled.selector, _id(_usd(alice))));
        vm.prank(alice);
        house.withdrawCollateral(_usd(alice), 1, alice);
        house.settleAccount(_usd(alice));
        assertEq(house.claimOf(alice, address(usd)), 1000e6);
    }

    function test_Attack_BlockedReceiver_StopsNobodyElse() external {
        usd.setBlocked(bob, true);
        naive.settle(1000e6);
        vm.expectRevert(abi.encodeWithSelector(TestToken.TestToken_Blocked.selector, bob));
        naive.payEveryone();

        _finalPrice(1000e8);
        vm.expectRevert(abi.encodeWithSelector(TestToken.TestToken_Blocked.selector, bob));
        vm.prank(bob);
        house.exercise(put, 1e18, bob);
        address dave = named("dave");
        vm.prank(dave);
        assertEq(house.exercise(put, 1e18, dave), 1000e6);
        assertEq(house.settleAccount(_usd(alice)), 1000e6);
        vm.prank(alice);
        house.withdrawClaim(address(usd), 1000e6, alice);
        usd.setBlocked(bob, false);
        vm.prank(bob);
        assertEq(house.exercise(put, 1e18, bob), 1000e6, "he is paid when he can be");
    }

    function test_Attack_BlockedWriter_StopsNobodyElse() external {
        usd.setBlocked(alice, true);
        _finalPrice(1000e8);
        assertEq(house.settleAccount(_usd(alice)), 1000e6);
        vm.prank(bob);
        assertEq(house.exercise(put, 1e18, bob), 1000e6);
        vm.expectRevert(abi.encodeWithSelector(TestToken.TestToken_Blocked.selector, alice));
        vm.prank(alice);
        house.withdrawClaim(address(usd), 1000e6, alice);
        vm.prank(alice);
        house.withdrawClaim(address(usd), 1000e6, carol);
    }

    function test_Attack_Reentrancy_TheTwinIsDrained() external {
        Reenterer thief = new Reenterer();
        usd.mint(address(thief), 2000e6);
        thief.run(address(usd), abi.encodeCall(usd.approve, (address(naive), type(uint256).max)));
        thief.run(address(naive), abi.encodeCall(naive.write, (0, 2000e6, address(thief))));
        naive.credit(address(thief));
        bytes[] memory calls = new bytes[](1);
        calls[0] = abi.encodeCall(naive.withdrawClaim, ());
        thief.arm(address(naive), calls);
        usd.setHook(address(thief));
        thief.run(address(naive), calls[0]);
        assertEq(usd.balanceOf(address(thief)), 4000e6, "twice its claim");
    }

    function test_Attack_Reentrancy_NoDoorIsOpen() external {
        Reenterer thief = new Reenterer();
        usd.mint(address(thief), 9000e6);
        Account memory account = _usd(address(thief));
        bytes[] memory calls = _everyCall(account);
        thief.run(address(usd), abi.encodeCall(usd.approve, (address(house), type(uint256).max)));
        thief.arm(address(house), calls);
        usd.setHook(address(thief));

        thief.run(address(house), abi.encodeCall(house.depositCollateral, (account, 5000e6)));
        _assertAllRefused(thief, calls.length);
        thief.run(address(house), abi.encodeCall(house.write, (account, put, 1e18, address(thief))));
        thief.arm(address(house), calls);
        thief.run(address(house), abi.encodeCall(house.withdrawCollateral, (account, 1000e6, address(thief))));
        _assertAllRefused(thief, 2 * calls.length);
        usd.setHook(address(0));
        _finalPrice(1000e8);
        house.settleAccount(account);
        usd.setHook(address(thief));
        thief.arm(address(house), calls);
        thief.run(address(house), abi.encodeCall(house.withdrawClaim, (address(usd), 1000e6, address(thief))));
        _assertAllRefused(thief, 3 * calls.length);
        thief.arm(address(house), calls);
        thief.run(address(house), abi.encodeCall(house.exercise, (put, 1e18, address(thief))));
        _assertAllRefused(thief, 4 * calls.length);
        assertEq(usd.balanceOf(address(thief)), 9000e6 - 5000e6 + 1000e6 + 1000e6 + 1000e6);
    }

    function _assertAllRefused(Reenterer thief, uint256 count) private view {
        assertEq(thief.succeeded(), 0);
        assertEq(thief.attempts(), count);
        for (uint256 i; i < count; ++i) {
            assertEq(
                thief.results(i), abi.encodeWithSelector(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector)
            );
        }
    }

    function _everyCall(Account memory account) private view returns (bytes[] memory calls) {
        calls = new bytes[](10);
        address thief = account.owner;
        calls[0] = abi.encodeCall(house.depositCollateral, (account, 1));
        calls[1] = abi.encodeCall(house.withdrawCollateral, (account, 1, thief));
        calls[2] = abi.encodeCall(house.openPackage, (account, _usd(bob), new PackageLeg[](0), 1));
        calls[3] = abi.encodeCall(house.write, (account, put, 1, thief));
        calls[4] = abi.encodeCall(house.depositLong, (account, put, 1));
        calls[5] = abi.encodeCall(house.withdrawLong, (account, put, 1, thief));
        calls[6] = abi.encodeCall(house.burn, (account, put, 1));
        calls[7] = abi.encodeCall(house.settleAccount, (account));
        calls[8] = abi.encodeCall(house.exercise, (put, 1, thief));
        calls[9] = abi.encodeCall(house.withdrawClaim, (address(usd), 1, thief));
    }
}

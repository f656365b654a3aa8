// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Account, IClearinghouse} from "../../src/clearing/IClearinghouse.sol";
import {ClearinghouseBase} from "./ClearinghouseBase.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";

contract ClearinghouseCollateralTest is ClearinghouseBase {
    uint256 private put;

    function setUp() public override {
        super.setUp();
        put = _put(2000e8);
    }

    function test_Deposit_ByAnyone() external {
        Account memory account = _usd(alice);
        assertEq(house.accountIdOf(account), _id(account));
        vm.expectEmit(address(house));
        emit IClearinghouse.CollateralDeposited(_id(account), bob, 100e6);
        vm.prank(bob);
        house.depositCollateral(account, 100e6);
        assertEq(house.collateralOf(account), 100e6);
        assertEq(house.totalHeld(address(usd)), 100e6);
        assertEq(usd.balanceOf(address(house)), 100e6);
        assertEq(usd.balanceOf(bob), 1_000_000_000e6 - 100e6);
        account.subId = 2;
        assertEq(house.collateralOf(account), 0, "another number is another account");
    }

    function test_Deposit_OfNothing_IsNothing() external {
        _deposit(_usd(alice), 0);
        assertEq(house.totalHeld(address(usd)), 0);
    }

    function test_Deposit_AtTheExpiry_Refused() external {
        vm.warp(EXPIRY - 1);
        _deposit(_usd(alice), 1);
        vm.warp(EXPIRY);
        vm.expectRevert(abi.encodeWithSelector(IClearinghouse.Clearinghouse_Expired.selector, EXPIRY));
        _deposit(_usd(alice), 1);
    }

    function test_Deposit_UnknownAsset_Refused() external {
        vm.expectRevert(abi.encodeWithSelector(IClearinghouse.Clearinghouse_UnknownAsset.selector, address(weth)));
        _deposit(_coin(alice), 1e18);
    }

    function test_Deposit_FeeOnTransfer_Refused() external {
        usd.setFeeBps(100);
        vm.expectRevert(
            abi.encodeWithSelector(IClearinghouse.Clearinghouse_TransferMismatch.selector, address(usd), 100e6, 99e6)
        );
        _deposit(_usd(alice), 100e6);
    }

    function test_Deposit_AnswersFalse_Refused() external {
        usd.setAnswersFalse(true);
        vm.expectRevert(abi.encodeWithSelector(SafeERC20.SafeERC20FailedOperation.selector, address(usd)));
        _deposit(_usd(alice), 100e6);
    }

    function test_Withdraw_FreeCollateral() external {
        _deposit(_usd(alice), 2500e6);
        _write(_usd(alice), put, 1e18, bob);
        vm.expectRevert(
            abi.encodeWithSelector(
                IClearinghouse.Clearinghouse_Undercovered.selector, _id(_usd(alice)), 2000e6, 2000e6 - 1
            )
        );
        _withdraw(alice, 500e6 + 1);
        vm.expectEmit(address(house));
        emit IClearinghouse.CollateralWithdrawn(_id(_usd(alice)), carol, 500e6);
        _withdraw(alice, 500e6);
        assertEq(house.collateralOf(_usd(alice)), 2000e6);
        assertEq(house.totalHeld(address(usd)), 2000e6);
        assertEq(usd.balanceOf(carol), 1_000_000_000e6 + 500e6);
    }

    function test_Withdraw_MoreThanThereIs_Refused() external {
        _deposit(_usd(alice), 10);
        vm.expectRevert(
            abi.encodeWithSelector(
                IClearinghouse.Clearinghouse_InsufficientCollateral.selector, _id(_usd(alice)), 11, 10
            )
        );
        _withdraw(alice, 11);
        _withdraw(alice, 10);
        assertEq(house.collateralOf(_usd(alice)), 0);
    }

    function test_Withdraw_ByOwnerOrOperatorOnly() external {
        _deposit(_usd(alice), 10);
        vm.expectRevert(abi.encodeWithSelector(IClearinghouse.Clearinghouse_NotAuthorised.selector, bob, alice));
        _withdraw(bob, 1);
        vm.expectEmit(address(house));
        emit IClearinghouse.AccountOperatorSet(alice, bob, true);
        vm.prank(alice);
        house.setAccountOperator(bob, true);
        assertTrue(house.isAccountOperator(alice, bob));
        assertFalse(house.isAccountOperator(bob, alice));
        _withdraw(bob, 1);
        vm.prank(alice);
        house.setAccountOperator(bob, false);
        vm.expectRevert(abi.encodeWithSelector(IClearinghouse.Clearinghouse_NotAuthorised.selector, bob, alice));
        _withdraw(bob, 1);
    }

    function test_Withdraw_ToTheHouse_Refused() external {
        _deposit(_usd(alice), 10);
        vm.expectRevert(abi.encodeWithSelector(IClearinghouse.Clearinghouse_InvalidReceiver.selector, address(house)));
        vm.prank(alice);
        house.withdrawCollateral(_usd(alice), 1, address(house));
    }

    function test_Withdraw_AfterTheExpiry_UntilSettled() external {
        _deposit(_usd(alice), 2500e6);
        _write(_usd(alice), put, 1e18, bob);
        _finalPrice(1900e8);
        _withdraw(alice, 500e6);
        assertEq(house.settleAccount(_usd(alice)), 1900e6);
        vm.expectRevert(abi.encodeWithSelector(IClearinghouse.Clearinghouse_AccountSettled.selector, _id(_usd(alice))));
        _withdraw(alice, 0);
    }

    function _withdraw(address caller, uint256 assets) private {
        vm.prank(caller);
        house.withdrawCollateral(_usd(alice), assets, carol);
    }
}

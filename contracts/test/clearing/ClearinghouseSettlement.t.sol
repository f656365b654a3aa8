// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Account, IClearinghouse, PackageLeg} from "../../src/clearing/IClearinghouse.sol";
import {ClearinghouseBase} from "./ClearinghouseBase.sol";
import {ERC6909} from "@openzeppelin/contracts/token/ERC6909/ERC6909.sol";

contract ClearinghouseSettlementTest is ClearinghouseBase {
    function test_BeforeThePriceIsFinal_Refused() external {
        uint256 put = _writtenPut(1e18);
        vm.warp(EXPIRY + 1 hours);
        bytes memory notFinal = abi.encodeWithSelector(
            IClearinghouse.Clearinghouse_PriceNotFinal.selector, address(weth), address(usd), EXPIRY
        );
        vm.expectRevert(notFinal);
        house.settleAccount(_usd(alice));
        vm.expectRevert(notFinal);
        vm.prank(bob);
        house.exercise(put, 1e18, bob);
    }

    function test_ShortPut_OwesTheDifference() external {
        uint256 put = _writtenPut(1e18);
        _finalPrice(1850e8);
        vm.expectEmit(address(house));
        emit IClearinghouse.AccountSettled(_id(_usd(alice)), alice, 1850e8, 150e6, 0, 1850e6);
        vm.prank(carol);
        assertEq(house.settleAccount(_usd(alice)), 1850e6);
        assertEq(house.claimOf(alice, address(usd)), 1850e6);
        assertEq(house.collateralOf(_usd(alice)), 0);
        assertEq(house.totalShort(put), 0);
        (uint256[] memory ids,) = house.positionsOf(_usd(alice));
        assertEq(ids.length, 0);
        assertEq(house.totalSupply(put), 1e18, "the holder's tokens wait for him");

        vm.expectEmit(address(house));
        emit IClearinghouse.Exercised(put, bob, carol, 1e18, 150e6);
        vm.prank(bob);
        assertEq(house.exercise(put, 1e18, carol), 150e6);
        assertEq(usd.balanceOf(carol), 1_000_000_000e6 + 150e6);
        assertEq(house.totalSupply(put), 0);
        assertEq(house.totalHeld(address(usd)), 1850e6);

        vm.expectEmit(address(house));
        emit IClearinghouse.ClaimWithdrawn(alice, address(usd), carol, 1850e6);
        vm.prank(alice);
        house.withdrawClaim(address(usd), 1850e6, carol);
        assertEq(house.claimOf(alice, address(usd)), 0);
        assertEq(house.totalHeld(address(usd)), 0);
        assertEq(usd.balanceOf(address(house)), 0);
    }

    function test_Exercise_BeforeAnyAccountIsSettled() external {
        uint256 put = _writtenPut(1e18);
        _finalPrice(1e8);
        vm.startPrank(bob);
        assertEq(house.exercise(put, 0.4e18, bob), 799.6e6);
        assertEq(house.exercise(put, 0.6e18, bob), 1199.4e6);
        vm.stopPrank();
        assertEq(house.settleAccount(_usd(alice)), 1e6);
    }

    function test_OutOfTheMoney_AllComesBack() external {
        uint256 put = _writtenPut(1e18);
        _finalPrice(2000e8);
        vm.prank(bob);
        assertEq(house.exercise(put, 1e18, bob), 0);
        assertEq(house.settleAccount(_usd(alice)), 2000e6);
    }

    function test_Settle_Again_ChangesNothing() external {
        _writtenPut(1e18);
        _finalPrice(1850e8);
        house.settleAccount(_usd(alice));
        vm.prank(alice);
        house.withdrawClaim(address(usd), 1000e6, alice);
        vm.recordLogs();
        assertEq(house.settleAccount(_usd(alice)), 1850e6, "the same answer");
        assertEq(vm.getRecordedLogs().length, 0);
        assertEq(house.claimOf(alice, address(usd)), 850e6, "and no second credit");
    }

    function test_Settle_EmptyAccount() external {
        _put(2000e8);
        _finalPrice(1850e8);
        assertEq(house.settleAccount(_usd(carol)), 0);
        assertEq(house.claimOf(carol, address(usd)), 0);
    }

    function test_Settle_CollateralWithoutLegs() external {
        _put(2000e8);
        _deposit(_usd(carol), 5);
        _finalPrice(1850e8);
        assertEq(house.settleAccount(_usd(carol)), 5);
    }

    function test_Condor_NetsOnce() external {
        _allow(alice);
        _allow(bob);
        PackageLeg[] memory legs = _condor();
        _deposit(_usd(alice), 100e6);
        house.openPackage(_usd(alice), _usd(bob), legs, 1e18);
        _finalPrice(2250e8 + 1);
        vm.expectEmit(address(house));
        emit IClearinghouse.AccountSettled(_id(_usd(alice)), alice, 2250e8 + 1, 50e6 + 1, 0, 50e6 - 1);
        assertEq(house.settleAccount(_usd(alice)), 50e6 - 1);
        vm.expectEmit(address(house));
        emit IClearinghouse.AccountSettled(_id(_usd(bob)), bob, 2250e8 + 1, 0, 50e6, 50e6);
        assertEq(house.settleAccount(_usd(bob)), 50e6);
        for (uint256 i; i < 4; ++i) {
            assertEq(house.totalSupply(legs[i].seriesId), 0);
            assertEq(house.totalShort(legs[i].seriesId), 0);
        }
        assertEq(house.totalHeld(address(usd)), 100e6);
    }

    function test_Condor_WholeWingLost() external {
        _allow(alice);
        _allow(bob);
        PackageLeg[] memory legs = _condor();
        _deposit(_usd(alice), 100e6);
        house.openPackage(_usd(alice), _usd(bob), legs, 1e18);
        _finalPrice(1);
        assertEq(house.settleAccount(_usd(bob)), 100e6);
        assertEq(house.settleAccount(_usd(alice)), 0);
        vm.prank(bob);
        house.withdrawClaim(address(usd), 100e6, bob);
        vm.prank(alice);
        house.withdrawClaim(address(usd), 0, alice);
        assertEq(usd.balanceOf(address(house)), 0);
    }

    function test_CoveredCall_InKind() external {
        uint256 call = _coinCall(2000e8);
        _deposit(_coin(alice), 1e18);
        _write(_coin(alice), call, 1e18, bob);
        _finalPrice(3000e8);
        vm.prank(bob);
        assertEq(house.exercise(call, 1e18, bob), 333_333_333_333_333_333);
        assertEq(house.settleAccount(_coin(alice)), 666_666_666_666_666_666);
        assertEq(house.totalHeld(address(weth)), 666_666_666_666_666_667, "a wei of rounding stays");
    }

    function test_Claim_MoreThanThereIs_Refused() external {
        _writtenPut(1e18);
        _finalPrice(1850e8);
        house.settleAccount(_usd(alice));
        vm.expectRevert(
            abi.encodeWithSelector(
                IClearinghouse.Clearinghouse_InsufficientClaim.selector, alice, address(usd), 1850e6 + 1, 1850e6
            )
        );
        vm.prank(alice);
        house.withdrawClaim(address(usd), 1850e6 + 1, alice);
        vm.expectRevert(
            abi.encodeWithSelector(IClearinghouse.Clearinghouse_InsufficientClaim.selector, bob, address(usd), 1, 0)
        );
        vm.prank(bob);
        house.withdrawClaim(address(usd), 1, bob);
    }

    function test_Payouts_ToTheHouse_Refused() external {
        uint256 put = _writtenPut(1e18);
        _finalPrice(1850e8);
        house.settleAccount(_usd(alice));
        bytes memory refused =
            abi.encodeWithSelector(IClearinghouse.Clearinghouse_InvalidReceiver.selector, address(house));
        vm.expectRevert(refused);
        vm.prank(alice);
        house.withdrawClaim(address(usd), 1, address(house));
        vm.expectRevert(refused);
        vm.prank(bob);
        house.exercise(put, 1e18, address(house));
    }

    function test_Operator_HasNoPowerOverClaims() external {
        _writtenPut(1e18);
        _allow(alice);
        _finalPrice(1850e8);
        house.settleAccount(_usd(alice));
        vm.expectRevert(
            abi.encodeWithSelector(
                IClearinghouse.Clearinghouse_InsufficientClaim.selector, address(this), address(usd), 1, 0
            )
        );
        house.withdrawClaim(address(usd), 1, address(this));
    }

    function test_Exercise_MoreThanHeld_Refused() external {
        uint256 put = _writtenPut(1e18);
        _finalPrice(1850e8);
        vm.expectRevert(abi.encodeWithSelector(ERC6909.ERC6909InsufficientBalance.selector, bob, 1e18, 1e18 + 1, put));
        vm.prank(bob);
        house.exercise(put, 1e18 + 1, bob);
    }

    /// @dev Any price, any size, paid out in any order and in parts: nobody is short, and what stays is dust.
    function testFuzz_EveryoneIsPaid(uint256 price, uint256 size, uint256 part, bool inKind) external {
        price = bound(price, 1, 1e13);
        size = bound(size, 1, 4e23);
        part = bound(part, 0, size);
        Account memory account = inKind ? _coin(alice) : _usd(alice);
        uint256 id = inKind ? _coinCall(2000e8) : _put(2000e8);
        uint256 collateral = inKind ? size : (size * 2000e8 + 1e20 - 1) / 1e20;
        _deposit(account, collateral);
        _write(account, id, size, bob);
        _finalPrice(price);
        vm.startPrank(bob);
        uint256 paid = house.exercise(id, part, bob) + house.exercise(id, size - part, bob);
        vm.stopPrank();
        uint256 back = house.settleAccount(account);
        assertLe(paid + back, collateral);
        assertLe(collateral, paid + back + 3, "more than dust was lost");
        vm.prank(alice);
        house.withdrawClaim(account.settlementAsset, back, alice);
        assertEq(house.totalHeld(account.settlementAsset), collateral - paid - back);
    }

    function _writtenPut(uint256 size) private returns (uint256 put) {
        put = _put(2000e8);
        _deposit(_usd(alice), 2000e6);
        _write(_usd(alice), put, size, bob);
    }
}

// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Account, IClearinghouse} from "../../src/clearing/IClearinghouse.sol";
import {ClearinghouseBase} from "./ClearinghouseBase.sol";
import {ERC6909} from "@openzeppelin/contracts/token/ERC6909/ERC6909.sol";

contract ClearinghousePositionsTest is ClearinghouseBase {
    uint256 private put;
    bytes32 private aliceId;

    function setUp() public override {
        super.setUp();
        put = _put(2000e8);
        aliceId = _id(_usd(alice));
        _deposit(_usd(alice), 10_000e6);
    }

    // ---- write

    function test_Write_MintsToTheReceiver() external {
        vm.expectEmit(address(house));
        emit IClearinghouse.OptionsWritten(aliceId, put, bob, 5e18);
        _write(_usd(alice), put, 5e18, bob);
        assertEq(_size(_usd(alice), put), -5e18);
        assertEq(house.balanceOf(bob, put), 5e18);
        assertEq(house.totalShort(put), 5e18);
        _assertBalanced(put);
        assertEq(house.requiredCollateral(_usd(alice)), 10_000e6);
    }

    function test_Write_OneWeiUncovered_Refused() external {
        _write(_usd(alice), put, 5e18, bob);
        vm.expectRevert(
            abi.encodeWithSelector(IClearinghouse.Clearinghouse_Undercovered.selector, aliceId, 10_000e6 + 1, 10_000e6)
        );
        _write(_usd(alice), put, 1, bob);
    }

    function test_Write_ToOneself_IsCoveredOnlyWhenDeposited() external {
        _write(_usd(alice), put, 5e18, alice);
        vm.prank(alice);
        house.depositLong(_usd(alice), put, 5e18);
        (uint256[] memory ids,) = house.positionsOf(_usd(alice));
        assertEq(ids.length, 0);
        assertEq(house.totalSupply(put), 0);
    }

    function test_Write_ToTheHouse_Refused() external {
        vm.expectRevert(abi.encodeWithSelector(IClearinghouse.Clearinghouse_InvalidReceiver.selector, address(house)));
        _write(_usd(alice), put, 1e18, address(house));
        vm.expectRevert(abi.encodeWithSelector(ERC6909.ERC6909InvalidReceiver.selector, address(0)));
        _write(_usd(alice), put, 1e18, address(0));
    }

    function test_Write_Zero_Refused() external {
        vm.expectRevert(abi.encodeWithSelector(IClearinghouse.Clearinghouse_ZeroSize.selector, put));
        _write(_usd(alice), put, 0, bob);
    }

    // ---- depositLong

    function test_DepositLong_OffsetsALowerStrike() external {
        uint256 lower = _put(1900e8);
        _deposit(_usd(bob), 1900e6);
        _write(_usd(bob), lower, 1e18, alice);
        _write(_usd(alice), put, 1e18, carol);
        vm.expectEmit(address(house));
        emit IClearinghouse.LongDeposited(aliceId, lower, 1e18);
        vm.prank(alice);
        house.depositLong(_usd(alice), lower, 1e18);
        assertEq(house.requiredCollateral(_usd(alice)), 100e6);
        assertEq(_size(_usd(alice), lower), 1e18);
        assertEq(house.balanceOf(alice, lower), 0);
        assertEq(house.balanceOf(address(house), lower), 1e18);
        _assertBalanced(lower);
    }

    function test_DepositLong_OfAnOwnShort_CancelsAndGoesLong() external {
        _deposit(_usd(bob), 10_000e6);
        _write(_usd(bob), put, 3e18, alice);
        _write(_usd(alice), put, 2e18, carol);
        assertEq(house.totalShort(put), 5e18);
        vm.prank(alice);
        house.depositLong(_usd(alice), put, 3e18);
        assertEq(_size(_usd(alice), put), 1e18);
        assertEq(house.totalShort(put), 3e18);
        assertEq(house.balanceOf(address(house), put), 1e18);
        _assertBalanced(put);
    }

    function test_DepositLong_MoreThanHeld_Refused() external {
        vm.expectRevert(abi.encodeWithSelector(ERC6909.ERC6909InsufficientBalance.selector, alice, 0, 1, put));
        vm.prank(alice);
        house.depositLong(_usd(alice), put, 1);
    }

    function test_DepositLong_IntoAStrangersAccount_Refused() external {
        _write(_usd(alice), put, 1e18, bob);
        vm.expectRevert(abi.encodeWithSelector(IClearinghouse.Clearinghouse_NotAuthorised.selector, bob, alice));
        vm.prank(bob);
        house.depositLong(_usd(alice), put, 1e18);
    }

    // ---- withdrawLong

    function test_WithdrawLong_ToTheReceiver_WhileCovered() external {
        uint256 lower = _put(1900e8);
        _deposit(_usd(bob), 3800e6);
        _write(_usd(bob), lower, 2e18, alice);
        vm.prank(alice);
        house.depositLong(_usd(alice), lower, 2e18);
        _write(_usd(alice), put, 5e18, carol);
        vm.prank(alice);
        house.withdrawCollateral(_usd(alice), 3800e6, alice);
        vm.expectRevert(
            abi.encodeWithSelector(IClearinghouse.Clearinghouse_Undercovered.selector, aliceId, 6200e6 + 1, 6200e6)
        );
        _withdrawLong(lower, 1, carol);
        _deposit(_usd(alice), 1900e6);
        vm.expectEmit(address(house));
        emit IClearinghouse.LongWithdrawn(aliceId, lower, carol, 1e18);
        _withdrawLong(lower, 1e18, carol);
        assertEq(house.balanceOf(carol, lower), 1e18);
        assertEq(_size(_usd(alice), lower), 1e18);
        _assertBalanced(lower);
    }

    function test_WithdrawLong_MoreThanLong_Refused() external {
        _write(_usd(alice), put, 1e18, alice);
        vm.expectRevert(abi.encodeWithSelector(IClearinghouse.Clearinghouse_InsufficientLong.selector, put, 1, 0));
        _withdrawLong(put, 1, carol);
        vm.prank(alice);
        house.depositLong(_usd(alice), put, 1e18);
        vm.expectRevert(abi.encodeWithSelector(IClearinghouse.Clearinghouse_InsufficientLong.selector, put, 1, 0));
        _withdrawLong(put, 1, carol);
    }

    function test_WithdrawLong_ToTheHouse_Refused() external {
        vm.expectRevert(abi.encodeWithSelector(IClearinghouse.Clearinghouse_InvalidReceiver.selector, address(house)));
        _withdrawLong(put, 1, address(house));
    }

    function test_WithdrawLong_Zero_Refused() external {
        vm.expectRevert(abi.encodeWithSelector(IClearinghouse.Clearinghouse_ZeroSize.selector, put));
        _withdrawLong(put, 0, carol);
    }

    // ---- burn

    function test_Burn_FreesCollateral() external {
        _write(_usd(alice), put, 5e18, alice);
        vm.expectEmit(address(house));
        emit IClearinghouse.OptionsBurned(aliceId, put, 2e18);
        _burn(put, 2e18);
        assertEq(_size(_usd(alice), put), -3e18);
        assertEq(house.balanceOf(alice, put), 3e18);
        assertEq(house.requiredCollateral(_usd(alice)), 6000e6);
        _assertBalanced(put);
        _burn(put, 3e18);
        assertEq(house.totalSupply(put), 0);
        vm.prank(alice);
        house.withdrawCollateral(_usd(alice), 10_000e6, alice);
    }

    function test_Burn_MoreThanShort_Refused() external {
        _deposit(_usd(bob), 10_000e6);
        _write(_usd(bob), put, 3e18, alice);
        vm.expectRevert(abi.encodeWithSelector(IClearinghouse.Clearinghouse_InsufficientShort.selector, put, 1, 0));
        _burn(put, 1);
        _write(_usd(alice), put, 1e18, alice);
        vm.expectRevert(
            abi.encodeWithSelector(IClearinghouse.Clearinghouse_InsufficientShort.selector, put, 1e18 + 1, 1e18)
        );
        _burn(put, 1e18 + 1);
    }

    function test_Burn_MoreThanHeld_Refused() external {
        _write(_usd(alice), put, 2e18, bob);
        vm.expectRevert(abi.encodeWithSelector(ERC6909.ERC6909InsufficientBalance.selector, alice, 0, 2e18, put));
        _burn(put, 2e18);
    }

    function test_Burn_Zero_Refused() external {
        vm.expectRevert(abi.encodeWithSelector(IClearinghouse.Clearinghouse_ZeroSize.selector, put));
        _burn(put, 0);
    }

    // ---- all four

    function test_AtTheExpiry_NothingMoves() external {
        _write(_usd(alice), put, 1e18, alice);
        vm.warp(EXPIRY);
        bytes memory expired = abi.encodeWithSelector(IClearinghouse.Clearinghouse_Expired.selector, EXPIRY);
        vm.expectRevert(expired);
        _write(_usd(alice), put, 1e18, bob);
        vm.expectRevert(expired);
        vm.prank(alice);
        house.depositLong(_usd(alice), put, 1e18);
        vm.expectRevert(expired);
        _withdrawLong(put, 1e18, alice);
        vm.expectRevert(expired);
        _burn(put, 1e18);
        vm.warp(EXPIRY - 1);
        _burn(put, 1e18);
    }

    function test_Stranger_NothingMoves() external {
        _write(_usd(alice), put, 1e18, bob);
        bytes memory refused = abi.encodeWithSelector(IClearinghouse.Clearinghouse_NotAuthorised.selector, bob, alice);
        vm.startPrank(bob);
        vm.expectRevert(refused);
        house.write(_usd(alice), put, 1e18, bob);
        vm.expectRevert(refused);
        house.withdrawLong(_usd(alice), put, 1e18, bob);
        vm.expectRevert(refused);
        house.burn(_usd(alice), put, 1e18);
        vm.stopPrank();
        _allow(alice);
        house.write(_usd(alice), put, 1e18, carol);
        assertEq(house.balanceOf(carol, put), 1e18, "an operator may");
    }

    function test_NinthSeries_Refused() external {
        for (uint256 i; i < 8; ++i) {
            _write(_usd(alice), _put(100e8 + i), 1e18, bob);
        }
        uint256 ninth = _put(2000e8);
        vm.expectRevert(abi.encodeWithSelector(IClearinghouse.Clearinghouse_TooManyLegs.selector, aliceId, 8));
        _write(_usd(alice), ninth, 1, bob);
        _write(_usd(alice), _put(100e8), 1e18, bob);
        uint256 fourth = _put(100e8 + 3);
        vm.prank(bob);
        house.transfer(alice, fourth, 1e18);
        _burn(fourth, 1e18);
        _write(_usd(alice), ninth, 1e18, bob);
        (uint256[] memory ids, int256[] memory sizes) = house.positionsOf(_usd(alice));
        assertEq(ids.length, 8);
        assertEq(ids[7], ninth);
        assertEq(ids[3], _put(100e8 + 7), "the last leg took the place of the one that ended");
        assertEq(sizes[0], -2e18);
    }

    function test_SizeBeyond127Bits_Refused() external {
        uint256 cheap = _put(1);
        uint256 greatest = uint256(uint128(type(int128).max));
        uint256 needed = (greatest + 1e20 - 1) / 1e20;
        usd.mint(alice, needed);
        _deposit(_usd(alice), needed);
        _write(_usd(alice), cheap, greatest, bob);
        vm.expectRevert(
            abi.encodeWithSelector(IClearinghouse.Clearinghouse_SizeOutOfRange.selector, greatest + 1, greatest)
        );
        _write(_usd(alice), cheap, 1, bob);
    }

    function test_OtherBook_Refused() external {
        Account memory account = _usd(alice);
        account.expiry = EXPIRY + 1 days;
        vm.expectRevert(abi.encodeWithSelector(IClearinghouse.Clearinghouse_OtherBook.selector, put, _id(account)));
        _write(account, put, 1e18, bob);
        account = _usd(alice);
        account.quote = carol;
        vm.expectRevert(abi.encodeWithSelector(IClearinghouse.Clearinghouse_OtherBook.selector, put, _id(account)));
        _write(account, put, 1e18, bob);
        account = _usd(alice);
        account.underlying = carol;
        vm.expectRevert(abi.encodeWithSelector(IClearinghouse.Clearinghouse_OtherBook.selector, put, _id(account)));
        _write(account, put, 1e18, bob);
    }

    function test_LongSentToTheHouse_Refused() external {
        _write(_usd(alice), put, 1e18, bob);
        vm.expectRevert(abi.encodeWithSelector(IClearinghouse.Clearinghouse_InvalidReceiver.selector, address(house)));
        vm.prank(bob);
        house.transfer(address(house), put, 1);
        vm.prank(bob);
        house.transfer(carol, put, 1e18);
        assertEq(house.balanceOf(carol, put), 1e18);
    }

    function _withdrawLong(uint256 seriesId, uint256 size, address receiver) private {
        vm.prank(alice);
        house.withdrawLong(_usd(alice), seriesId, size, receiver);
    }

    function _burn(uint256 seriesId, uint256 size) private {
        vm.prank(alice);
        house.burn(_usd(alice), seriesId, size);
    }
}

// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Account, IClearinghouse, PackageLeg} from "../../src/clearing/IClearinghouse.sol";
import {MarginMath} from "../../src/clearing/MarginMath.sol";
import {ClearinghouseBase} from "./ClearinghouseBase.sol";

contract ClearinghousePackagesTest is ClearinghouseBase {
    function setUp() public override {
        super.setUp();
        _allow(alice);
        _allow(bob);
    }

    function test_Condor_BothSidesCovered() external {
        PackageLeg[] memory legs = _condor();
        _deposit(_usd(alice), 1000e6);
        vm.expectEmit(address(house));
        emit IClearinghouse.PackageOpened(_id(_usd(alice)), _id(_usd(bob)), legs, 10e18);
        house.openPackage(_usd(alice), _usd(bob), legs, 10e18);

        assertEq(house.requiredCollateral(_usd(alice)), 1000e6);
        assertEq(house.requiredCollateral(_usd(bob)), 0);
        (uint256[] memory ids, int256[] memory sizes) = house.positionsOf(_usd(alice));
        assertEq(ids.length, 4);
        for (uint256 i; i < 4; ++i) {
            assertEq(ids[i], legs[i].seriesId);
            assertEq(sizes[i], legs[i].isLong ? int256(10e18) : -10e18);
            assertEq(_size(_usd(bob), ids[i]), -sizes[i]);
            assertEq(house.totalShort(ids[i]), 10e18);
            assertEq(house.balanceOf(address(house), ids[i]), 10e18);
            _assertBalanced(ids[i]);
        }
    }

    function test_Condor_OneUnitShort_Refused() external {
        PackageLeg[] memory legs = _condor();
        _deposit(_usd(alice), 1000e6 - 1);
        bytes memory refused = abi.encodeWithSelector(
            IClearinghouse.Clearinghouse_Undercovered.selector, _id(_usd(alice)), 1000e6, 1000e6 - 1
        );
        vm.expectRevert(refused);
        house.openPackage(_usd(alice), _usd(bob), legs, 10e18);
        vm.expectRevert(refused);
        for (uint256 i; i < 4; ++i) {
            legs[i].isLong = !legs[i].isLong;
        }
        house.openPackage(_usd(bob), _usd(alice), legs, 10e18);
    }

    function test_CoveredCall_InKind() external {
        uint256 call = _coinCall(2200e8);
        _deposit(_coin(alice), 3e18);
        house.openPackage(_coin(alice), _coin(bob), _legs(call, false, 1e18), 3e18);
        assertEq(_size(_coin(alice), call), -3e18);
        assertEq(_size(_coin(bob), call), 3e18);
        vm.expectRevert(
            abi.encodeWithSelector(
                IClearinghouse.Clearinghouse_Undercovered.selector, _id(_coin(alice)), 3e18 + 1, 3e18
            )
        );
        house.openPackage(_coin(alice), _coin(bob), _legs(call, false, 1e18), 1);
    }

    function test_Unbounded_Refused() external {
        uint256 call = _call(2200e8);
        _deposit(_usd(alice), 1_000_000e6);
        vm.expectRevert(abi.encodeWithSelector(MarginMath.MarginMath_UnboundedUpwards.selector, int256(-1e18)));
        house.openPackage(_usd(alice), _usd(bob), _legs(call, false, 1e18), 1e18);
        uint256 put = _coinPut(2200e8);
        _deposit(_coin(alice), 1000e18);
        vm.expectRevert(abi.encodeWithSelector(MarginMath.MarginMath_UnboundedDownwards.selector, int256(-2200e26)));
        house.openPackage(_coin(alice), _coin(bob), _legs(put, false, 1e18), 1e18);
    }

    function test_Ratio_RoundedDown_TheSameOnBothSides() external {
        uint256 put = _put(2000e8);
        _deposit(_usd(alice), 10_000e6);
        house.openPackage(_usd(alice), _usd(bob), _legs(put, false, 1.5e18), 3);
        assertEq(_size(_usd(alice), put), -4);
        assertEq(_size(_usd(bob), put), 4);
        vm.expectRevert(abi.encodeWithSelector(IClearinghouse.Clearinghouse_ZeroSize.selector, put));
        house.openPackage(_usd(alice), _usd(bob), _legs(put, false, 0.5e18), 1);
        vm.expectRevert(abi.encodeWithSelector(IClearinghouse.Clearinghouse_ZeroSize.selector, put));
        house.openPackage(_usd(alice), _usd(bob), _legs(put, false, 1e18), 0);
    }

    function test_TradedBack_LeavesNothing() external {
        PackageLeg[] memory legs = _condor();
        _deposit(_usd(alice), 1000e6);
        house.openPackage(_usd(alice), _usd(bob), legs, 10e18);
        house.openPackage(_usd(bob), _usd(alice), legs, 10e18);
        (uint256[] memory ids,) = house.positionsOf(_usd(alice));
        assertEq(ids.length, 0);
        (ids,) = house.positionsOf(_usd(bob));
        assertEq(ids.length, 0);
        for (uint256 i; i < 4; ++i) {
            assertEq(house.totalShort(legs[i].seriesId), 0);
            assertEq(house.totalSupply(legs[i].seriesId), 0);
        }
        assertEq(house.requiredCollateral(_usd(alice)), 0);
    }

    function test_OneLegTradedBack_KeepsTheOthers() external {
        PackageLeg[] memory legs = _condor();
        _deposit(_usd(alice), 1000e6);
        _deposit(_usd(bob), 20_000e6);
        house.openPackage(_usd(alice), _usd(bob), legs, 10e18);
        house.openPackage(_usd(bob), _usd(alice), _legs(legs[1].seriesId, false, 1e18), 10e18);
        (uint256[] memory ids, int256[] memory sizes) = house.positionsOf(_usd(alice));
        assertEq(ids.length, 3);
        for (uint256 i; i < 3; ++i) {
            assertNotEq(ids[i], legs[1].seriesId);
            assertEq(sizes[i], ids[i] == legs[2].seriesId ? -10e18 : int256(10e18));
        }
    }

    function test_NotAuthorised_ForEitherSide_Refused() external {
        PackageLeg[] memory legs = _legs(_put(2000e8), false, 1e18);
        vm.expectRevert(
            abi.encodeWithSelector(IClearinghouse.Clearinghouse_NotAuthorised.selector, address(this), carol)
        );
        house.openPackage(_usd(alice), _usd(carol), legs, 1e18);
        vm.expectRevert(
            abi.encodeWithSelector(IClearinghouse.Clearinghouse_NotAuthorised.selector, address(this), carol)
        );
        house.openPackage(_usd(carol), _usd(alice), legs, 1e18);
    }

    function test_Expired_Refused() external {
        PackageLeg[] memory legs = _legs(_put(2000e8), false, 1e18);
        _deposit(_usd(alice), 4000e6);
        vm.warp(EXPIRY - 1);
        house.openPackage(_usd(alice), _usd(bob), legs, 1e18);
        vm.warp(EXPIRY);
        vm.expectRevert(abi.encodeWithSelector(IClearinghouse.Clearinghouse_Expired.selector, EXPIRY));
        house.openPackage(_usd(alice), _usd(bob), legs, 1e18);
    }

    function test_SameAccount_Refused() external {
        PackageLeg[] memory legs = _legs(_put(2000e8), false, 1e18);
        vm.expectRevert(abi.encodeWithSelector(IClearinghouse.Clearinghouse_SameAccount.selector, _id(_usd(alice))));
        house.openPackage(_usd(alice), _usd(alice), legs, 1e18);
    }

    function test_BooksDiffer_Refused() external {
        PackageLeg[] memory legs = _legs(_put(2000e8), false, 1e18);
        Account[4] memory others;
        for (uint256 i; i < 4; ++i) {
            others[i] = _usd(bob);
        }
        others[0].underlying = carol;
        others[1].quote = carol;
        others[2].settlementAsset = address(weth);
        others[3].expiry = EXPIRY + 1 days;
        for (uint256 i; i < 4; ++i) {
            vm.expectRevert(
                abi.encodeWithSelector(
                    IClearinghouse.Clearinghouse_BooksDiffer.selector, _id(_usd(alice)), _id(others[i])
                )
            );
            house.openPackage(_usd(alice), others[i], legs, 1e18);
        }
    }

    function test_NoLegs_Refused() external {
        vm.expectRevert(IClearinghouse.Clearinghouse_NoLegs.selector);
        house.openPackage(_usd(alice), _usd(bob), new PackageLeg[](0), 1e18);
    }

    function test_LegOfAnotherBook_Refused() external {
        uint256 other = _coinCall(2000e8);
        vm.expectRevert(
            abi.encodeWithSelector(IClearinghouse.Clearinghouse_OtherBook.selector, other, _id(_usd(alice)))
        );
        house.openPackage(_usd(alice), _usd(bob), _legs(other, false, 1e18), 1e18);
        vm.expectRevert(abi.encodeWithSelector(IClearinghouse.Clearinghouse_UnknownSeries.selector, 5));
        house.openPackage(_usd(alice), _usd(bob), _legs(5, false, 1e18), 1e18);
    }
}

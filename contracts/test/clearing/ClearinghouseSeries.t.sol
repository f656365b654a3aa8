// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IClearinghouse, Series} from "../../src/clearing/IClearinghouse.sol";
import {ISettlementOracle} from "../../src/oracle/ISettlementOracle.sol";
import {TestToken} from "../base/TestToken.sol";
import {ClearinghouseBase} from "./ClearinghouseBase.sol";

contract ClearinghouseSeriesTest is ClearinghouseBase {
    function test_CreateSeries_StoresFixesAndTells() external {
        Series memory series = _terms(2000e8, true, usd);
        uint256 expected = uint256(keccak256(abi.encode(series)));
        vm.expectEmit(address(oracle));
        emit ISettlementOracle.ExpiryFixed(
            address(weth), address(usd), EXPIRY, oracle.feedsOf(address(weth), address(usd))
        );
        vm.expectEmit(address(house));
        emit IClearinghouse.SeriesCreated(expected, series);
        assertEq(house.createSeries(series), expected);
        assertEq(house.seriesIdOf(series), expected);
        assertEq(keccak256(abi.encode(house.seriesOf(expected))), keccak256(abi.encode(series)));
        assertEq(oracle.fixedFeedsOf(address(weth), address(usd), EXPIRY).feed, address(feed));
        assertEq(house.settlementOracle(), address(oracle));
    }

    function test_CreateSeries_Again_DoesNothing() external {
        uint256 id = _put(2000e8);
        vm.warp(EXPIRY + 1);
        vm.recordLogs();
        assertEq(_put(2000e8), id);
        assertEq(vm.getRecordedLogs().length, 0);
    }

    function test_CreateSeries_DegenerateAssets_Refused() external {
        Series memory series = _terms(2000e8, true, usd);
        series.settlementAsset = alice;
        _expectInvalidAssets(series);
        series.settlementAsset = address(usd);
        series.underlying = address(usd);
        _expectInvalidAssets(series);
    }

    function test_CreateSeries_StrikeOutOfRange_Refused() external {
        bytes4 selector = IClearinghouse.Clearinghouse_StrikeOutOfRange.selector;
        vm.expectRevert(abi.encodeWithSelector(selector, 0, type(uint96).max));
        _put(0);
        vm.expectRevert(abi.encodeWithSelector(selector, uint256(type(uint96).max) + 1, type(uint96).max));
        _put(uint256(type(uint96).max) + 1);
        _put(1);
        _put(type(uint96).max);
    }

    function test_CreateSeries_NotAtEight_Refused() external {
        Series memory series = _terms(2000e8, true, usd);
        uint64[3] memory wrong = [EXPIRY - 1, EXPIRY + 1, EXPIRY + 12 hours];
        for (uint256 i; i < 3; ++i) {
            series.expiry = wrong[i];
            vm.expectRevert(abi.encodeWithSelector(IClearinghouse.Clearinghouse_ExpiryNotAtEight.selector, wrong[i]));
            house.createSeries(series);
        }
    }

    function test_CreateSeries_NotFullyBacked_Refused() external {
        Series memory series = _terms(2000e8, true, usd);
        series.fullyBacked = false;
        vm.expectRevert(IClearinghouse.Clearinghouse_NotFullyBacked.selector);
        house.createSeries(series);
    }

    function test_CreateSeries_NotAhead_Refused() external {
        vm.warp(EXPIRY);
        vm.expectRevert(
            abi.encodeWithSelector(
                ISettlementOracle.SettlementOracle_ExpiryOutOfRange.selector, EXPIRY, EXPIRY + 1, EXPIRY + 400 days
            )
        );
        _put(2000e8);
    }

    function test_CreateSeries_WithoutFeeds_Refused() external {
        Series memory series = _terms(2000e8, true, usd);
        (series.underlying, series.quote) = (series.quote, series.underlying);
        vm.expectRevert(
            abi.encodeWithSelector(ISettlementOracle.SettlementOracle_NoFeeds.selector, address(usd), address(weth))
        );
        house.createSeries(series);
    }

    function test_CreateSeries_Decimals_RecordedOnce_AtMostEighteen() external {
        TestToken odd = new TestToken("Odd", "ODD", 19);
        oracle.setFeeds(address(odd), address(usd), oracle.feedsOf(address(weth), address(usd)));
        Series memory series = _terms(2000e8, false, usd);
        series.underlying = address(odd);
        house.createSeries(series);
        series.settlementAsset = address(odd);
        vm.expectRevert(
            abi.encodeWithSelector(IClearinghouse.Clearinghouse_DecimalsUnsupported.selector, address(odd), 19)
        );
        house.createSeries(series);

        _deposit(_usd(alice), 2000e6);
        _write(_usd(alice), _put(2000e8), 1e18, bob);
        vm.mockCall(address(usd), abi.encodeWithSelector(usd.decimals.selector), abi.encode(uint8(2)));
        assertEq(house.requiredCollateral(_usd(alice)), 2000e6, "counted in the decimals of the first day");
        _put(2100e8);
        assertEq(house.requiredCollateral(_usd(alice)), 2000e6);
    }

    function test_SeriesOf_Unknown_Refused() external {
        vm.expectRevert(abi.encodeWithSelector(IClearinghouse.Clearinghouse_UnknownSeries.selector, 7));
        house.seriesOf(7);
        vm.expectRevert(abi.encodeWithSelector(IClearinghouse.Clearinghouse_UnknownSeries.selector, 7));
        house.exercise(7, 1, alice);
    }

    function test_SupportsInterface() external view {
        assertTrue(house.supportsInterface(0x0f632fb3), "ERC-6909");
        assertTrue(house.supportsInterface(0x01ffc9a7), "ERC-165");
        assertFalse(house.supportsInterface(0xffffffff));
    }

    function _expectInvalidAssets(Series memory series) private {
        vm.expectRevert(
            abi.encodeWithSelector(
                IClearinghouse.Clearinghouse_InvalidAssets.selector,
                series.underlying,
                series.quote,
                series.settlementAsset
            )
        );
        house.createSeries(series);
    }
}

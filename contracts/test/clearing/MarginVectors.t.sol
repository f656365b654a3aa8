// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {MarginMath, MarginPosition, SettlementUnit} from "../../src/clearing/MarginMath.sol";
import {BallastTest} from "../base/BallastTest.sol";
import {MarginMathCaller} from "./MarginMathCaller.sol";

/// @notice Replays what lib/products computed, to the wei. A missing file or too few rows fails.
contract MarginVectorsTest is BallastTest {
    uint256 private constant FEWEST_ROWS = 400;

    struct Table {
        uint256[] inUnderlying;
        uint256[] decimals;
        uint256[] firstLeg;
        uint256[] legCount;
        uint256[] legIsPut;
        uint256[] legStrike;
        int256[] legSize;
    }

    MarginMathCaller private immutable math = new MarginMathCaller();

    function test_Margin_AgreesWithTypeScript() external view {
        string memory json = vm.readFile("test/vectors/margin.json");
        Table memory table = _table(json);
        uint256[] memory status = vm.parseJsonUintArray(json, ".status");
        uint256[] memory required = vm.parseJsonUintArray(json, ".required");
        assertEq(status.length, table.decimals.length, "statuses");
        assertEq(required.length, table.decimals.length, "requirements");

        uint256[4] memory seen;
        for (uint256 row; row < table.decimals.length; ++row) {
            ++seen[status[row]];
            (uint256 outcome, uint256 assets) = _requirement(_legs(table, row), _unit(table, row));
            assertEq(outcome, status[row], string.concat("status of row ", vm.toString(row)));
            assertEq(assets, required[row], string.concat("requirement of row ", vm.toString(row)));
        }
        for (uint256 outcome; outcome < 4; ++outcome) {
            assertGt(seen[outcome], 0, string.concat("no row with status ", vm.toString(outcome)));
        }
    }

    function test_Payoff_AgreesWithTypeScript() external view {
        string memory json = vm.readFile("test/vectors/payoff.json");
        Table memory table = _table(json);
        uint256[] memory price = vm.parseJsonUintArray(json, ".price");
        int256[] memory net = vm.parseJsonIntArray(json, ".net");
        assertEq(price.length, table.decimals.length, "prices");
        assertEq(net.length, table.decimals.length, "payoffs");

        uint256 claims;
        for (uint256 row; row < table.decimals.length; ++row) {
            MarginPosition[] memory legs = _legs(table, row);
            SettlementUnit memory unit = _unit(table, row);
            string memory name = string.concat("payoff of row ", vm.toString(row));
            assertEq(math.netPayoffDown(legs, price[row], unit), net[row], name);
            if (legs.length != 1 || legs[0].size < 0) continue;
            ++claims;
            assertEq(math.claimDown(legs[0], price[row], unit), uint256(net[row]), name);
        }
        assertGt(claims, 0, "no row is a claim");
    }

    function _requirement(MarginPosition[] memory legs, SettlementUnit memory unit)
        private
        view
        returns (uint256 outcome, uint256 assets)
    {
        try math.requiredCollateralUp(legs, unit) returns (uint256 required) {
            return (0, required);
        } catch (bytes memory reason) {
            bytes4 selector = bytes4(reason);
            if (selector == MarginMath.MarginMath_UnboundedUpwards.selector) return (1, 0);
            if (selector == MarginMath.MarginMath_UnboundedDownwards.selector) return (2, 0);
            if (selector == MarginMath.MarginMath_TooManyLegs.selector) return (3, 0);
            return (type(uint256).max, 0);
        }
    }

    function _table(string memory json) private pure returns (Table memory table) {
        table.inUnderlying = vm.parseJsonUintArray(json, ".inUnderlying");
        table.decimals = vm.parseJsonUintArray(json, ".decimals");
        table.firstLeg = vm.parseJsonUintArray(json, ".firstLeg");
        table.legCount = vm.parseJsonUintArray(json, ".legCount");
        table.legIsPut = vm.parseJsonUintArray(json, ".legIsPut");
        table.legStrike = vm.parseJsonUintArray(json, ".legStrike");
        table.legSize = vm.parseJsonIntArray(json, ".legSize");
        assertGe(table.decimals.length, FEWEST_ROWS, "too few rows");
        assertEq(table.inUnderlying.length, table.decimals.length, "units");
        assertEq(table.legStrike.length, table.legIsPut.length, "strikes");
        assertEq(table.legSize.length, table.legIsPut.length, "sizes");
    }

    function _unit(Table memory table, uint256 row) private pure returns (SettlementUnit memory) {
        return SettlementUnit(table.inUnderlying[row] == 1, uint8(table.decimals[row]));
    }

    function _legs(Table memory table, uint256 row) private pure returns (MarginPosition[] memory legs) {
        legs = new MarginPosition[](table.legCount[row]);
        for (uint256 i; i < legs.length; ++i) {
            uint256 index = table.firstLeg[row] + i;
            legs[i] = MarginPosition(table.legStrike[index], table.legIsPut[index] == 1, table.legSize[index]);
        }
    }
}

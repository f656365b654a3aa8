// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {MarginPosition, SettlementUnit} from "../../src/clearing/MarginMath.sol";
import {RiskParameters, Slice} from "../../src/portfolio/IRiskBounds.sol";
import {LiquidationMath} from "../../src/portfolio/LiquidationMath.sol";
import {PortfolioMath, Scenario} from "../../src/portfolio/PortfolioMath.sol";
import {BallastTest} from "../base/BallastTest.sol";

/// @notice Replays what lib/products computed for portfolio mode, to the wei. A missing file or too few rows fails.
contract PortfolioVectorsTest is BallastTest {
    uint256 private constant FEWEST_ROWS = 400;

    struct Legs {
        uint256[] inUnderlying;
        uint256[] decimals;
        uint256[] firstLeg;
        uint256[] legCount;
        uint256[] isPut;
        uint256[] strike;
        int256[] size;
    }

    struct Scenarios {
        uint256[] spot;
        uint256[] downBps;
        uint256[] upBps;
        uint256[] floorBps;
        uint256[] required;
    }

    struct Slices {
        uint256[] startFactorBps;
        uint256[] maxFactorBps;
        uint256[] riseSeconds;
        uint256[] elapsed;
        uint256[] factorBps;
        uint256[] collateral;
        uint256[] maintenance;
        uint256[] fund;
        uint256[] sliceBps;
        uint256[] fromAccount;
        uint256[] fromFund;
        int256[] size;
        int256[] taken;
    }

    function test_PortfolioMargin_AgreesWithTypeScript() external view {
        string memory json = vm.readFile("test/vectors/portfolioMargin.json");
        Legs memory legs = _legs(json);
        Scenarios memory scenarios = Scenarios(
            _column(json, "spot"),
            _column(json, "downBps"),
            _column(json, "upBps"),
            _column(json, "floorBps"),
            _column(json, "required")
        );
        assertGe(scenarios.required.length, FEWEST_ROWS, "too few rows");
        assertEq(scenarios.required.length, legs.decimals.length, "rows");
        uint256 asked;
        for (uint256 row; row < scenarios.required.length; ++row) {
            uint256 required = PortfolioMath.requirementUp(
                _portfolio(legs, row),
                SettlementUnit(legs.inUnderlying[row] == 1, uint8(legs.decimals[row])),
                Scenario(scenarios.spot[row], scenarios.downBps[row], scenarios.upBps[row], scenarios.floorBps[row])
            );
            assertEq(required, scenarios.required[row], string.concat("row ", vm.toString(row)));
            if (required > 0) ++asked;
        }
        assertGt(asked, FEWEST_ROWS / 2, "too few portfolios are short");
    }

    function test_Slices_AgreeWithTypeScript() external view {
        Slices memory slices = _slices(vm.readFile("test/vectors/slices.json"));
        assertGe(slices.taken.length, FEWEST_ROWS, "too few rows");
        uint256 beyond;
        for (uint256 row; row < slices.taken.length; ++row) {
            string memory name = string.concat("row ", vm.toString(row));
            RiskParameters memory parameters;
            parameters.startFactorBps = uint16(slices.startFactorBps[row]);
            parameters.maxFactorBps = uint16(slices.maxFactorBps[row]);
            parameters.riseSeconds = uint32(slices.riseSeconds[row]);
            uint256 factor = LiquidationMath.factorBps(parameters, slices.elapsed[row]);
            assertEq(factor, slices.factorBps[row], name);
            Slice memory slice =
                Slice(slices.collateral[row], slices.maintenance[row], slices.fund[row], slices.sliceBps[row], 0);
            (uint256 fromAccount, uint256 fromFund) = LiquidationMath.paymentDown(slice, factor);
            assertEq(fromAccount, slices.fromAccount[row], name);
            assertEq(fromFund, slices.fromFund[row], name);
            assertEq(LiquidationMath.takenOf(slices.size[row], slices.sliceBps[row]), slices.taken[row], name);
            if (fromFund > 0) ++beyond;
        }
        assertGt(beyond, 50, "too few slices beyond the whole");
    }

    function _portfolio(Legs memory legs, uint256 row) private pure returns (MarginPosition[] memory positions) {
        positions = new MarginPosition[](legs.legCount[row]);
        for (uint256 i; i < positions.length; ++i) {
            uint256 index = legs.firstLeg[row] + i;
            positions[i] = MarginPosition(legs.strike[index], legs.isPut[index] == 1, legs.size[index]);
        }
    }

    function _legs(string memory json) private pure returns (Legs memory) {
        return Legs(
            _column(json, "inUnderlying"),
            _column(json, "decimals"),
            _column(json, "firstLeg"),
            _column(json, "legCount"),
            _column(json, "legIsPut"),
            _column(json, "legStrike"),
            vm.parseJsonIntArray(json, ".legSize")
        );
    }

    function _slices(string memory json) private pure returns (Slices memory slices) {
        slices.startFactorBps = _column(json, "startFactorBps");
        slices.maxFactorBps = _column(json, "maxFactorBps");
        slices.riseSeconds = _column(json, "riseSeconds");
        slices.elapsed = _column(json, "elapsed");
        slices.factorBps = _column(json, "factorBps");
        slices.collateral = _column(json, "collateral");
        slices.maintenance = _column(json, "maintenance");
        slices.fund = _column(json, "fund");
        slices.sliceBps = _column(json, "sliceBps");
        slices.fromAccount = _column(json, "fromAccount");
        slices.fromFund = _column(json, "fromFund");
        slices.size = vm.parseJsonIntArray(json, ".size");
        slices.taken = vm.parseJsonIntArray(json, ".taken");
    }

    function _column(string memory json, string memory name) private pure returns (uint256[] memory) {
        return vm.parseJsonUintArray(json, string.concat(".", name));
    }
}

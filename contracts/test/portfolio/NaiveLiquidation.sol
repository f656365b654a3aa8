// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {MarginPosition, SettlementUnit} from "../../src/clearing/MarginMath.sol";
import {PortfolioMath, Scenario} from "../../src/portfolio/PortfolioMath.sol";

/// @title NaiveLiquidation
/// @notice One account of short puts, liquidated as lending markets do: a fixed bonus on what is taken over, a discount that the account bears; first come, first
/// served at the expiry; and parameters that bind at once. Only for tests.
contract NaiveLiquidation {
    uint256 public collateral;
    int256 public size;
    uint256 public strike;
    uint256 public bonusBps;
    uint256 public maintenanceDownBps = 2_000;
    mapping(address holder => uint256 size) public longOf;

    constructor(uint256 collateral_, int256 size_, uint256 strike_, uint256 bonusBps_) {
        (collateral, size, strike, bonusBps) = (collateral_, size_, strike_, bonusBps_);
    }

    /// @dev No bound at all on what its owner may set.
    function setMaintenanceDown(uint256 bps) external {
        maintenanceDownBps = bps;
    }

    function setLong(address holder, uint256 held) external {
        longOf[holder] = held;
    }

    function maintenance(uint256 spot) public view returns (uint256) {
        MarginPosition[] memory legs = new MarginPosition[](1);
        legs[0] = MarginPosition(strike, true, size);
        return
            PortfolioMath.requirementUp(legs, SettlementUnit(false, 6), Scenario(spot, maintenanceDownBps, 2_000, 500));
    }

    /// @dev The taker gets the slice's part of the requirement and the bonus, whatever that leaves.
    function liquidate(uint256 spot, uint256 sliceBps) external returns (uint256 paid) {
        paid = maintenance(spot) * sliceBps / 10_000 * (10_000 + bonusBps) / 10_000;
        if (paid > collateral) paid = collateral;
        collateral -= paid;
        size -= size * int256(sliceBps) / 10_000;
    }

    /// @dev Whoever comes first is paid in full.
    function exercise(uint256 price) external returns (uint256 paid) {
        paid = longOf[msg.sender] * (strike - price) / 1e20;
        longOf[msg.sender] = 0;
        if (paid > collateral) paid = collateral;
        collateral -= paid;
    }
}

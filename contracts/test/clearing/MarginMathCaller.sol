// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {MarginMath, MarginPosition, SettlementUnit} from "../../src/clearing/MarginMath.sol";

/// @title MarginMathCaller
/// @notice The library behind external calls, so that a test can see it revert.
contract MarginMathCaller {
    function requiredCollateralUp(MarginPosition[] memory positions, SettlementUnit memory unit)
        external
        pure
        returns (uint256)
    {
        return MarginMath.requiredCollateralUp(positions, unit);
    }

    function netPayoffDown(MarginPosition[] memory positions, uint256 price, SettlementUnit memory unit)
        external
        pure
        returns (int256)
    {
        return MarginMath.netPayoffDown(positions, price, unit);
    }

    function claimDown(MarginPosition memory position, uint256 price, SettlementUnit memory unit)
        external
        pure
        returns (uint256)
    {
        return MarginMath.claimDown(position, price, unit);
    }
}

// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {MarginMath, MarginPosition, SettlementUnit} from "../clearing/MarginMath.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

/// @notice The prices within which a portfolio's worst case is looked for.
/// @param spot price of one whole underlying in the quote, 8 decimals, above 0
/// @param downBps how far below the spot, in bps of it, at most 9,900
/// @param upBps how far above the spot, in bps of it
/// @param floorBps least margin of a short option, in bps of the spot
struct Scenario {
    uint256 spot;
    uint256 downBps;
    uint256 upBps;
    uint256 floorBps;
}

/// @title PortfolioMath
/// @notice What a portfolio-mode account must hold. Pure; the twin of lib/products/portfolioMargin.ts: both replay the vectors in
/// contracts/test/vectors, to the wei.
///
/// Requirement. The least of 0 and the net payoff over the prices from `spot · (1 − down)` to `spot · (1 + up)`, plus a floor for every short option;
/// but never more than full mode asks, where full mode bounds the loss at all. The payoff in the quote is linear, and payoff / price in the underlying
/// monotone, between strikes: so both ends and the strikes between them are looked at, as in MarginMath.
///
/// Rounding. The ends outward (down and up), the floor up, and one unit for every leg on top, because a settlement rounds leg by leg: what is owed up,
/// what is received down. So an account that holds full mode's worst case has no shortfall at any price.
///
/// Size. The requirement grows in proportion with the sizes, but for rounding; so a portfolio of which the same part of every leg was taken asks for the same part
/// less.
///
/// Domain. MarginMath's, and spot ≤ 2^96 − 1: nothing overflows.
library PortfolioMath {
    uint256 private constant WHOLE_BPS = 10_000;
    /// @dev 10^8 (price) · 10^18 (size).
    uint256 private constant QUOTE_SCALE = 1e26;
    /// @dev 10^18, the scale of a size.
    uint256 private constant SIZE_SCALE = 1e18;

    /// @notice Collateral that the scenario asks of the portfolio.
    /// @return assets units of the settlement token, rounded up; 0 for a portfolio that is short nothing
    function requirementUp(MarginPosition[] memory positions, SettlementUnit memory unit, Scenario memory scenario)
        internal
        pure
        returns (uint256 assets)
    {
        uint256 short = shortSize(positions);
        if (short == 0) return 0;
        assets = _worstLossUp(positions, unit, scenario) + _floorUp(short, unit, scenario);
        if (_isBounded(positions, unit.inUnderlying)) {
            assets = Math.min(assets, MarginMath.requiredCollateralUp(positions, unit));
        }
        return assets + positions.length;
    }

    /// @notice Sum of the sizes of all short legs, 18 decimals.
    function shortSize(MarginPosition[] memory positions) internal pure returns (uint256 size) {
        for (uint256 i; i < positions.length; ++i) {
            if (positions[i].size < 0) size += uint256(-positions[i].size);
        }
    }

    /// @notice Lowest and highest price of a scenario, 8 decimals, rounded outward; the lowest is at least 1.
    function range(Scenario memory scenario) internal pure returns (uint256 low, uint256 high) {
        low = Math.max(1, Math.mulDiv(scenario.spot, WHOLE_BPS - scenario.downBps, WHOLE_BPS));
        high = Math.mulDiv(scenario.spot, WHOLE_BPS + scenario.upBps, WHOLE_BPS, Math.Rounding.Ceil);
    }

    function _worstLossUp(MarginPosition[] memory positions, SettlementUnit memory unit, Scenario memory scenario)
        private
        pure
        returns (uint256)
    {
        (uint256 low, uint256 high) = range(scenario);
        int256 worst = _min(0, MarginMath.netPayoffDown(positions, low, unit));
        worst = _min(worst, MarginMath.netPayoffDown(positions, high, unit));
        for (uint256 i; i < positions.length; ++i) {
            uint256 strike = positions[i].strike;
            if (strike <= low || strike >= high) continue;
            worst = _min(worst, MarginMath.netPayoffDown(positions, strike, unit));
        }
        return uint256(-worst);
    }

    /// @dev `short · spot · floor` in the quote, `short · floor` in the underlying.
    function _floorUp(uint256 short, SettlementUnit memory unit, Scenario memory scenario)
        private
        pure
        returns (uint256)
    {
        uint256 value = unit.inUnderlying ? short : short * scenario.spot;
        uint256 scale = (unit.inUnderlying ? SIZE_SCALE : QUOTE_SCALE) * WHOLE_BPS;
        return Math.mulDiv(value, scenario.floorBps * 10 ** unit.decimals, scale, Math.Rounding.Ceil);
    }

    /// @dev Whether full mode bounds the loss: no net short calls in the quote, no net short puts in the underlying.
    function _isBounded(MarginPosition[] memory positions, bool inUnderlying) private pure returns (bool) {
        int256 net;
        for (uint256 i; i < positions.length; ++i) {
            if (positions[i].isPut != inUnderlying) continue;
            net += inUnderlying ? positions[i].size * int256(positions[i].strike) : positions[i].size;
        }
        return net >= 0;
    }

    function _min(int256 a, int256 b) private pure returns (int256) {
        return a < b ? a : b;
    }
}

// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {RiskParameters, Slice} from "./IRiskBounds.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

/// @title LiquidationMath
/// @notice What a slice of a liquidation moves. Pure; the twin of lib/products/liquidation.ts, to the wei.
///
/// A slice takes `x` of every leg and `f · x` of the collateral, with f ≤ 1. The rest holds `(1 − f·x) · collateral` for `(1 − x)` of the risk: never a
/// smaller part of what it must hold than before, to the unit: short legs are taken rounded up, long legs and collateral rounded down, and of the collateral four
/// units less: the requirement of the rest is at most two roundings and a fifth of its eight units per leg above its part. What f says beyond 1 is paid by the fund, as `(f − 1) · x` of the maintenance requirement, and at most what lifts the slice to it: an account
/// just below maintenance draws next to nothing from the fund, one without collateral can still be taken.
library LiquidationMath {
    uint256 private constant WHOLE_BPS = 10_000;
    /// @dev Units of collateral that a slice leaves behind.
    uint256 private constant ROUNDINGS = 4;

    /// @notice The part of a slice's collateral that goes with it: from the start factor up to 10,000 after the rise, then on at the same pace to the greatest.
    /// @param elapsed seconds since the auction began
    /// @return bps rounded down
    function factorBps(RiskParameters memory parameters, uint256 elapsed) internal pure returns (uint256 bps) {
        uint256 start = parameters.startFactorBps;
        bps = start + (WHOLE_BPS - start) * elapsed / parameters.riseSeconds;
        return Math.min(bps, parameters.maxFactorBps);
    }

    /// @notice What goes with the slice at a factor.
    /// @return fromAccount units of the settlement asset out of the account's collateral, rounded down, less four
    /// @return fromFund units of the settlement asset out of the insurance fund, rounded down
    function paymentDown(Slice memory slice, uint256 factor)
        internal
        pure
        returns (uint256 fromAccount, uint256 fromFund)
    {
        uint256 own = Math.min(factor, WHOLE_BPS) * slice.sliceBps;
        fromAccount = Math.saturatingSub(Math.mulDiv(slice.collateral, own, WHOLE_BPS * WHOLE_BPS), ROUNDINGS);
        if (factor <= WHOLE_BPS) return (fromAccount, 0);
        uint256 excess = Math.mulDiv(slice.maintenance, factor - WHOLE_BPS, WHOLE_BPS);
        excess = Math.min(excess, Math.saturatingSub(slice.maintenance, slice.collateral));
        fromFund = Math.min(Math.mulDiv(excess, slice.sliceBps, WHOLE_BPS), slice.fund);
    }

    /// @notice How much of a leg goes with the slice: of a short leg rounded up, of a long one down.
    /// @param size 18 decimals, negative when short
    /// @return taken of the same sign, 18 decimals
    function takenOf(int256 size, uint256 sliceBps) internal pure returns (int256 taken) {
        if (size < 0) return -int256(Math.mulDiv(uint256(-size), sliceBps, WHOLE_BPS, Math.Rounding.Ceil));
        return int256(Math.mulDiv(uint256(size), sliceBps, WHOLE_BPS));
    }
}

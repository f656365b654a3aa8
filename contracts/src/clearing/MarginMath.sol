// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

/// @notice One leg of a portfolio of options of one book.
/// @param strike price of one whole underlying in the quote, 8 decimals, at least 1
/// @param isPut true for a put, false for a call
/// @param size options held, 18 decimals, negative when short
struct MarginPosition {
    uint256 strike;
    bool isPut;
    int256 size;
}

/// @notice In what a book settles.
/// @param inUnderlying true when settled in the underlying (payoff divided by the price), false when settled in the quote
/// @param decimals decimals of the settlement token
struct SettlementUnit {
    bool inUnderlying;
    uint8 decimals;
}

/// @title MarginMath
/// @notice Exact payoff and exact worst case of a portfolio of European options. Pure; the twin of lib/products/margin.ts: both replay the
/// vectors in contracts/test/vectors, to the wei.
///
/// Payoff. `net(S) = Σ size · max(S − K, 0)` over calls `+ Σ size · max(K − S, 0)` over puts: an integer of 26 decimals (8 of the price, 18
/// of the size) in the quote. In token units it is `net · 10^decimals / 10^26` when settled in the quote, and
/// `net · 10^decimals / (S · 10^18)` when settled in the underlying. Sums are exact integers; the one division comes last.
///
/// Worst case. In the quote `net` is piecewise linear: S = 0 and every strike are looked at, and beyond the last strike the slope is the net
/// call size, which must not be negative. In the underlying `net(S) / S` is monotone between strikes: every strike is looked at, and the
/// two limits. For S → ∞ it tends to the net call size (finite, looked at). For S → 0 it is `A / S − B` with `A = Σ size · K` and
/// `B = Σ size` over puts: refused when A < 0 (unbounded), looked at as −B when A = 0, harmless when A > 0.
///
/// Rounding. Against the account, once: a requirement up, a net payoff towards minus infinity, a claim down. Rounding is monotone, so the
/// worst of the rounded values is the rounded worst value, and a requirement that is met covers the rounded net payoff at every price.
///
/// Domain. |size| ≤ 2^127 − 1, 1 ≤ strike ≤ 2^96 − 1, price ≤ 2^96 − 1 (from 1 when settled in the underlying), decimals ≤ 18, 8 legs:
/// nothing overflows. The callers keep inside of it.
library MarginMath {
    /// @notice Most legs that an account may hold.
    uint256 internal constant MAX_LEGS = 8;

    /// @dev 10^8 (price) · 10^18 (size).
    uint256 private constant QUOTE_SCALE = 1e26;

    /// @dev 10^18, the scale of a size.
    uint256 private constant SIZE_SCALE = 1e18;

    /// @notice More legs than an account may hold.
    error MarginMath_TooManyLegs(uint256 legs, uint256 limit);

    /// @notice Settled in the quote, and short more calls than long: the loss has no bound upwards.
    /// @param netCallSize sum of the sizes of all calls, 18 decimals
    error MarginMath_UnboundedUpwards(int256 netCallSize);

    /// @notice Settled in the underlying, and net short puts: the loss has no bound towards zero.
    /// @param netPutValue sum of size times strike over all puts, 26 decimals
    error MarginMath_UnboundedDownwards(int256 netPutValue);

    /// @notice Collateral that covers the portfolio at every price from 0 to infinity.
    /// @return assets units of the settlement token, rounded up
    function requiredCollateralUp(MarginPosition[] memory positions, SettlementUnit memory unit)
        internal
        pure
        returns (uint256 assets)
    {
        if (positions.length > MAX_LEGS) revert MarginMath_TooManyLegs(positions.length, MAX_LEGS);
        int256 worst = unit.inUnderlying ? _limitsInUnderlying(positions, unit) : _limitsInQuote(positions, unit);
        for (uint256 i; i < positions.length; ++i) {
            worst = _min(worst, netPayoffDown(positions, positions[i].strike, unit));
        }
        return uint256(-worst);
    }

    /// @notice What the portfolio pays (positive) or owes (negative) at a final price; netted exactly, then rounded once.
    /// @param price price of one whole underlying in the quote, 8 decimals; above 0 when settled in the underlying
    /// @return assets units of the settlement token, rounded towards minus infinity
    function netPayoffDown(MarginPosition[] memory positions, uint256 price, SettlementUnit memory unit)
        internal
        pure
        returns (int256 assets)
    {
        int256 net;
        for (uint256 i; i < positions.length; ++i) {
            net += positions[i].size * int256(intrinsic(positions[i].strike, positions[i].isPut, price));
        }
        return _toAssetsDown(net, unit.inUnderlying ? price * SIZE_SCALE : QUOTE_SCALE, unit.decimals);
    }

    /// @notice What a holder of long options receives at a final price.
    /// @param position the holding; its size is not negative
    /// @param price price of one whole underlying in the quote, 8 decimals; above 0 when settled in the underlying
    /// @return assets units of the settlement token, rounded down
    function claimDown(MarginPosition memory position, uint256 price, SettlementUnit memory unit)
        internal
        pure
        returns (uint256 assets)
    {
        MarginPosition[] memory positions = new MarginPosition[](1);
        positions[0] = position;
        return uint256(netPayoffDown(positions, price, unit));
    }

    /// @notice Payoff of one option on one whole underlying, in the quote.
    /// @return value 8 decimals, exact
    function intrinsic(uint256 strike, bool isPut, uint256 price) internal pure returns (uint256 value) {
        return isPut ? Math.saturatingSub(strike, price) : Math.saturatingSub(price, strike);
    }

    /// @dev Least of 0 and the payoff at S = 0, after the slope beyond the last strike has been found not to fall.
    function _limitsInQuote(MarginPosition[] memory positions, SettlementUnit memory unit)
        private
        pure
        returns (int256 worst)
    {
        int256 netCallSize;
        for (uint256 i; i < positions.length; ++i) {
            if (!positions[i].isPut) netCallSize += positions[i].size;
        }
        if (netCallSize < 0) revert MarginMath_UnboundedUpwards(netCallSize);
        return _min(0, netPayoffDown(positions, 0, unit));
    }

    /// @dev Least of 0 and the two limits of payoff / S, after the limit towards zero has been found finite.
    function _limitsInUnderlying(MarginPosition[] memory positions, SettlementUnit memory unit)
        private
        pure
        returns (int256 worst)
    {
        int256 netCallSize;
        int256 netPutSize;
        int256 netPutValue;
        for (uint256 i; i < positions.length; ++i) {
            if (positions[i].isPut) {
                netPutSize += positions[i].size;
                netPutValue += positions[i].size * int256(positions[i].strike);
            } else {
                netCallSize += positions[i].size;
            }
        }
        if (netPutValue < 0) revert MarginMath_UnboundedDownwards(netPutValue);
        worst = _min(0, _toAssetsDown(netCallSize, SIZE_SCALE, unit.decimals));
        if (netPutValue == 0) worst = _min(worst, _toAssetsDown(-netPutSize, SIZE_SCALE, unit.decimals));
    }

    /// @dev value · 10^decimals / scale, rounded towards minus infinity, at full precision between the two.
    function _toAssetsDown(int256 value, uint256 scale, uint8 decimals) private pure returns (int256) {
        if (value < 0) return -int256(Math.mulDiv(uint256(-value), 10 ** decimals, scale, Math.Rounding.Ceil));
        return int256(Math.mulDiv(uint256(value), 10 ** decimals, scale));
    }

    function _min(int256 a, int256 b) private pure returns (int256) {
        return a < b ? a : b;
    }
}

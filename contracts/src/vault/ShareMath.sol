// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

/// @notice What the shares of a vault are backed by.
/// @param assets accounted assets, in asset units
/// @param supply shares outstanding, 18 decimals
/// @param scale 10^(18 − decimals of the asset): takes asset units to 18 decimals
struct Backing {
    uint256 assets;
    uint256 supply;
    uint256 scale;
}

/// @title ShareMath
/// @notice Price of a share, conversions at that price, and fees. Pure.
///
/// Price. A Wad: 1e18 is one whole asset for one whole share. With a = assets · scale and s = supply it is
/// `min((a + V) / (s + V), a / s)`, V = 10^12 virtual shares, a millionth of a whole one.
/// Above 1 the first term rules: the virtual shares take their part of every gift, so to move the price by one asset per share costs a
/// million million times that asset over V, and no rounding of a later deposit is worth it. Below 1 the second term rules: the virtual
/// assets do not exist, and a price that counted them would promise the last shares more than there is.
/// An execution at this price leaves the price as it is, up to rounding.
///
/// Rounding. The price is kept rounded down, for redemptions and for the screen, and rounded up, for deposits.
library ShareMath {
    uint256 internal constant WAD = 1e18;
    uint256 internal constant VIRTUAL_SHARES = 1e12;
    uint256 private constant BPS = 10_000;

    /// @notice Price at which shares are redeemed, a Wad. The supply is not zero.
    function priceDown(Backing memory backing) internal pure returns (uint256 price) {
        return _price(backing, Math.Rounding.Floor);
    }

    /// @notice Price at which shares are issued, a Wad: `priceDown`, or the next number when that was rounded. The supply is not zero.
    function priceUp(Backing memory backing) internal pure returns (uint256 price) {
        return _price(backing, Math.Rounding.Ceil);
    }

    /// @param assets in asset units
    /// @param scale 10^(18 − decimals)
    /// @param price a Wad, not zero
    /// @return shares 18 decimals
    function toSharesDown(uint256 assets, uint256 scale, uint256 price) internal pure returns (uint256 shares) {
        return Math.mulDiv(assets * scale, WAD, price);
    }

    /// @param shares 18 decimals
    /// @param scale 10^(18 − decimals)
    /// @param price a Wad
    /// @return assets in asset units
    function toAssetsDown(uint256 shares, uint256 scale, uint256 price) internal pure returns (uint256 assets) {
        return Math.mulDiv(shares, price, WAD) / scale;
    }

    /// @notice Fee on time, never more than the assets.
    /// @param assets in asset units
    /// @param bps basis points a year of 365 days
    /// @param elapsedSeconds time in the epoch
    /// @return fee in asset units
    function managementFeeDown(uint256 assets, uint256 bps, uint256 elapsedSeconds)
        internal
        pure
        returns (uint256 fee)
    {
        return Math.min(assets, Math.mulDiv(assets, bps * elapsedSeconds, BPS * 365 days));
    }

    /// @notice Fee on what the shares are worth above the high-water mark.
    /// @param backing after the fee on time
    /// @param highWaterMark a Wad, at least 1e18
    /// @param bps basis points of the profit
    /// @return fee in asset units
    function performanceFeeDown(Backing memory backing, uint256 highWaterMark, uint256 bps)
        internal
        pure
        returns (uint256 fee)
    {
        uint256 mark = Math.mulDiv(backing.supply + VIRTUAL_SHARES, highWaterMark, WAD, Math.Rounding.Ceil);
        uint256 profit = Math.saturatingSub(backing.assets * backing.scale + VIRTUAL_SHARES, mark);
        return Math.mulDiv(profit, bps, BPS) / backing.scale;
    }

    /// @notice Shares that, once issued, are worth `fee` out of `backing`.
    /// @param fee in asset units, at most `backing.assets`
    /// @return shares 18 decimals
    function feeSharesDown(Backing memory backing, uint256 fee) internal pure returns (uint256 shares) {
        uint256 left = (backing.assets - fee) * backing.scale + VIRTUAL_SHARES;
        return Math.mulDiv(backing.supply + VIRTUAL_SHARES, fee * backing.scale, left);
    }

    function _price(Backing memory backing, Math.Rounding rounding) private pure returns (uint256 price) {
        uint256 assets = backing.assets * backing.scale;
        uint256 supply = backing.supply;
        uint256 diluted = Math.mulDiv(assets + VIRTUAL_SHARES, WAD, supply + VIRTUAL_SHARES, rounding);
        return Math.min(diluted, Math.mulDiv(assets, WAD, supply, rounding));
    }
}

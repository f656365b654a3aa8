// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Account, IClearinghouse, PackageLeg, Series} from "../clearing/IClearinghouse.sol";
import {MarginMath, MarginPosition, SettlementUnit} from "../clearing/MarginMath.sol";
import {IStrategyPolicy, LegTemplate} from "../vault/IStrategyPolicy.sol";
import {Epoch, IStrategyVault, Phase} from "../vault/IStrategyVault.sol";
import {IQuoteBook} from "./IQuoteBook.sol";
import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

/// @notice All that a quote for a sale rests on. Its digest is kept with the first quote, so a vault cannot sell something else at the end.
/// @param account the vault's margin account; what it settles in is the vault's asset
/// @param selling true while the vault is selling and not cleared
/// @param epoch number of the epoch
/// @param saleEnd unix seconds; quotes are taken before it
/// @param clearEnd unix seconds; last moment at which the sale can be cleared
/// @param sizeOffered packages, 18 decimals
/// @param floorPerUnit least premium per package, in units of the asset
/// @param legs series, side and ratio of each leg, from the vault's side
struct SaleTerms {
    Account account;
    bool selling;
    uint64 epoch;
    uint64 saleEnd;
    uint64 clearEnd;
    uint256 sizeOffered;
    uint256 floorPerUnit;
    PackageLeg[] legs;
}

/// @title SaleTermsReader
/// @notice Reads a sale from its vault, and what a package of it costs a maker: premium and margin. Both round against the maker, who sees
/// the rounded reservation before it is bound.
library SaleTermsReader {
    /// @dev One whole package, option or ratio.
    uint256 internal constant WHOLE = 1e18;

    /// @notice The sale as `vault` states it now.
    function read(address vault, IClearinghouse clearinghouse) internal view returns (SaleTerms memory terms) {
        Epoch memory epoch = IStrategyVault(vault).epoch();
        terms.account = IStrategyVault(vault).marginAccount();
        terms.selling = epoch.phase == Phase.Selling && !epoch.cleared;
        terms.epoch = epoch.number;
        terms.saleEnd = epoch.saleEnd;
        terms.clearEnd = epoch.clearEnd;
        terms.sizeOffered = epoch.sizeOffered;
        terms.floorPerUnit = epoch.floorPerUnit;
        if (!terms.selling) return terms;
        terms.legs = _legs(IStrategyPolicy(IStrategyVault(vault).policy()).legs(), epoch.seriesIds);
        bool fits = terms.account.owner == vault && IStrategyVault(vault).clearinghouse() == address(clearinghouse)
            && IStrategyVault(vault).quoteBook() == address(this);
        if (!fits) revert IQuoteBook.QuoteBook_VaultUnfit(vault);
    }

    function digest(SaleTerms memory terms) internal pure returns (bytes32) {
        return keccak256(abi.encode(terms));
    }

    /// @notice What the maker pays per package: sold legs' prices less bought legs' prices, times their ratios.
    /// @param legPrices units of the asset per option
    /// @return perUnit units of the asset per package, rounded down
    function premiumPerUnitDown(SaleTerms memory terms, uint256[] memory legPrices)
        internal
        pure
        returns (uint256 perUnit)
    {
        uint256 sold;
        uint256 bought;
        for (uint256 i; i < legPrices.length; ++i) {
            uint256 value = legPrices[i] * terms.legs[i].ratio;
            if (terms.legs[i].isLong) bought += value;
            else sold += value;
        }
        if (bought > sold) revert IQuoteBook.QuoteBook_NegativePremium(sold / WHOLE, bought / WHOLE);
        return (sold - bought) / WHOLE;
    }

    /// @notice Premium of `size` packages.
    /// @param size packages, 18 decimals
    /// @param perUnit units of the asset per package
    /// @return premium units of the asset, rounded up, so that the vault never gets less than the floor
    function premiumUp(uint256 size, uint256 perUnit) internal pure returns (uint256 premium) {
        return Math.mulDiv(size, perUnit, WHOLE, Math.Rounding.Ceil);
    }

    /// @notice Collateral that the other side of `size` packages needs for itself. Strikes and kinds come from the clearinghouse, not from the vault.
    /// @param size packages, 18 decimals
    /// @return margin units of the asset, rounded up
    function makerMarginUp(SaleTerms memory terms, IClearinghouse clearinghouse, uint256 size)
        internal
        view
        returns (uint256 margin)
    {
        MarginPosition[] memory positions = new MarginPosition[](terms.legs.length);
        for (uint256 i; i < positions.length; ++i) {
            PackageLeg memory leg = terms.legs[i];
            Series memory series = clearinghouse.seriesOf(leg.seriesId);
            int256 legSize = int256(Math.mulDiv(size, leg.ratio, WHOLE));
            positions[i] = MarginPosition(series.strike, series.isPut, leg.isLong ? -legSize : legSize);
        }
        address asset = terms.account.settlementAsset;
        bool inUnderlying = asset == terms.account.underlying;
        return
            MarginMath.requiredCollateralUp(positions, SettlementUnit(inUnderlying, IERC20Metadata(asset).decimals()));
    }

    /// @dev The policy's legs, each with the series the vault made for it.
    function _legs(LegTemplate[] memory templates, uint256[] memory seriesIds)
        private
        pure
        returns (PackageLeg[] memory legs)
    {
        legs = new PackageLeg[](templates.length);
        for (uint256 i; i < legs.length; ++i) {
            legs[i] = PackageLeg(seriesIds[i], templates[i].isLong, templates[i].ratio);
        }
    }
}

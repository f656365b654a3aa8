// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ISettlementOracle} from "../oracle/ISettlementOracle.sol";
import {IClearinghouse, Series} from "./IClearinghouse.sol";
import {SettlementUnit} from "./MarginMath.sol";
import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";

/// @title SeriesRegistry
/// @notice The series of the clearinghouse and the decimals of their settlement assets, recorded once. Specified in Clearinghouse.
abstract contract SeriesRegistry is IClearinghouse {
    uint8 private constant MAX_DECIMALS = 18;
    uint64 private constant EXPIRY_TIME_OF_DAY = 8 hours;

    struct AssetDecimals {
        bool known;
        uint8 decimals;
    }

    /// @inheritdoc IClearinghouse
    address public immutable settlementOracle;

    mapping(uint256 seriesId => Series series) private _series;
    mapping(address asset => AssetDecimals recorded) private _decimals;

    constructor(address oracle) {
        settlementOracle = oracle;
    }

    /// @inheritdoc IClearinghouse
    function createSeries(Series calldata series) external returns (uint256 seriesId) {
        seriesId = seriesIdOf(series);
        if (_series[seriesId].underlying != address(0)) return seriesId;
        _checkTerms(series);
        ISettlementOracle(settlementOracle).fixExpiry(series.underlying, series.quote, series.expiry);
        _recordDecimals(series.settlementAsset);
        _series[seriesId] = series;
        emit SeriesCreated(seriesId, series);
    }

    /// @inheritdoc IClearinghouse
    function seriesIdOf(Series calldata series) public pure returns (uint256 seriesId) {
        return uint256(keccak256(abi.encode(series)));
    }

    /// @inheritdoc IClearinghouse
    function seriesOf(uint256 seriesId) external view returns (Series memory series) {
        return _seriesOf(seriesId);
    }

    function _seriesOf(uint256 seriesId) internal view returns (Series storage series) {
        series = _series[seriesId];
        if (series.underlying == address(0)) revert Clearinghouse_UnknownSeries(seriesId);
    }

    /// @dev How amounts of a book's settlement asset are counted.
    function _unitOf(address underlying, address settlementAsset) internal view returns (SettlementUnit memory unit) {
        AssetDecimals memory recorded = _decimals[settlementAsset];
        if (!recorded.known) revert Clearinghouse_UnknownAsset(settlementAsset);
        return SettlementUnit(settlementAsset == underlying, recorded.decimals);
    }

    /// @dev The settlement price of a book, 8 decimals; reverts while it is not final.
    function _finalPrice(address underlying, address quote, uint64 expiry) internal view returns (uint256) {
        (bool settled, uint256 price) = ISettlementOracle(settlementOracle).settlementPrice(underlying, quote, expiry);
        if (!settled) revert Clearinghouse_PriceNotFinal(underlying, quote, expiry);
        return price;
    }

    function _checkTerms(Series calldata series) private pure {
        bool inOneOfBoth = series.settlementAsset == series.underlying || series.settlementAsset == series.quote;
        if (series.underlying == series.quote || !inOneOfBoth) {
            revert Clearinghouse_InvalidAssets(series.underlying, series.quote, series.settlementAsset);
        }
        if (series.strike == 0 || series.strike > type(uint96).max) {
            revert Clearinghouse_StrikeOutOfRange(series.strike, type(uint96).max);
        }
        if (series.expiry % 1 days != EXPIRY_TIME_OF_DAY) revert Clearinghouse_ExpiryNotAtEight(series.expiry);
        if (!series.fullyBacked) revert Clearinghouse_NotFullyBacked();
    }

    /// @dev Once per asset, so that a token which changes its decimals changes nothing here.
    function _recordDecimals(address asset) private {
        if (_decimals[asset].known) return;
        uint8 decimals = IERC20Metadata(asset).decimals();
        if (decimals > MAX_DECIMALS) revert Clearinghouse_DecimalsUnsupported(asset, decimals);
        _decimals[asset] = AssetDecimals(true, decimals);
    }
}

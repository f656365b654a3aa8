// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Account, IClearinghouse, Series} from "../clearing/IClearinghouse.sol";
import {SettlementUnit} from "../clearing/MarginMath.sol";
import {ISettlementOracle} from "../oracle/ISettlementOracle.sol";
import {IPortfolioClearinghouse} from "./IPortfolioClearinghouse.sol";
import {IPortfolioErrors} from "./IPortfolioErrors.sol";
import {IRiskBounds} from "./IRiskBounds.sol";
import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";

/// @title PortfolioBooks
/// @notice Books, their parameters and portfolio series. Specified in PortfolioClearinghouse.
abstract contract PortfolioBooks is IPortfolioClearinghouse, IPortfolioErrors {
    uint8 private constant MAX_DECIMALS = 18;
    uint64 private constant EXPIRY_TIME_OF_DAY = 8 hours;

    /// @dev `shortLeft` sums the unsettled shorts of all series, 18 decimals; `missing` and `fromFund` are units of the settlement asset.
    struct Book {
        bool known;
        bool closed;
        uint8 decimals;
        uint256 shortLeft;
        uint256 missing;
        uint256 fromFund;
    }

    /// @inheritdoc IPortfolioClearinghouse
    address public immutable override settlementOracle;
    /// @inheritdoc IPortfolioClearinghouse
    address public immutable override clearinghouse;
    /// @inheritdoc IPortfolioClearinghouse
    address public immutable override riskBounds;

    mapping(bytes32 bookId => Book book) internal _books;
    mapping(uint256 seriesId => Series series) private _series;

    constructor(address house, address bounds) {
        clearinghouse = house;
        riskBounds = bounds;
        settlementOracle = IClearinghouse(house).settlementOracle();
    }

    /// @inheritdoc IPortfolioClearinghouse
    function createSeries(Series calldata series) external returns (uint256 seriesId) {
        seriesId = uint256(keccak256(abi.encode(series)));
        if (_series[seriesId].strike != 0) return seriesId;
        if (series.strike == 0 || series.strike > type(uint96).max) {
            revert Portfolio_StrikeOutOfRange(series.strike, type(uint96).max);
        }
        if (series.fullyBacked) revert Portfolio_WrongBacking(true);
        _fixBook(Account(address(0), 0, series.underlying, series.quote, series.settlementAsset, series.expiry));
        _series[seriesId] = series;
        emit SeriesCreated(seriesId, series);
    }

    /// @inheritdoc IPortfolioClearinghouse
    function seriesOf(uint256 seriesId) external view returns (Series memory series) {
        return _seriesOf(seriesId);
    }

    function _seriesOf(uint256 seriesId) internal view returns (Series storage series) {
        series = _series[seriesId];
        if (series.strike == 0) revert Portfolio_UnknownSeries(seriesId);
    }

    function _bookIdOf(Account calldata account) internal pure returns (bytes32) {
        return _bookId(account.underlying, account.quote, account.settlementAsset, account.expiry);
    }

    function _bookIdOfSeries(Series memory series) internal pure returns (bytes32) {
        return _bookId(series.underlying, series.quote, series.settlementAsset, series.expiry);
    }

    function _bookId(address underlying, address quote, address settlementAsset, uint64 expiry)
        private
        pure
        returns (bytes32)
    {
        return keccak256(abi.encode(underlying, quote, settlementAsset, expiry));
    }

    /// @dev How amounts of a fixed book's settlement asset are counted.
    function _unitOf(Account calldata account) internal view returns (SettlementUnit memory) {
        return SettlementUnit(account.settlementAsset == account.underlying, _books[_bookIdOf(account)].decimals);
    }

    /// @dev The settlement price of a book, 8 decimals; reverts while it is not final.
    function _finalPrice(address underlying, address quote, uint64 expiry) internal view returns (uint256) {
        (bool settled, uint256 price) = ISettlementOracle(settlementOracle).settlementPrice(underlying, quote, expiry);
        if (!settled) revert Portfolio_PriceNotFinal(underlying, quote, expiry);
        return price;
    }

    /// @dev The first use of a book: its feeds, decimals and parameters are those of now, for ever.
    /// @return terms what an owner of an account of the book agrees to
    function _fixBook(Account memory account) internal returns (bytes32 terms) {
        bytes32 bookId = _bookId(account.underlying, account.quote, account.settlementAsset, account.expiry);
        Book storage book = _books[bookId];
        terms = IRiskBounds(riskBounds).fixBook(account);
        if (book.known) return terms;
        bool inOneOfBoth = account.settlementAsset == account.underlying || account.settlementAsset == account.quote;
        if (account.underlying == account.quote || !inOneOfBoth) {
            revert Portfolio_InvalidAssets(account.underlying, account.quote, account.settlementAsset);
        }
        if (account.expiry % 1 days != EXPIRY_TIME_OF_DAY) revert Portfolio_ExpiryNotAtEight(account.expiry);
        ISettlementOracle(settlementOracle).fixExpiry(account.underlying, account.quote, account.expiry);
        uint8 decimals = IERC20Metadata(account.settlementAsset).decimals();
        if (decimals > MAX_DECIMALS) revert Portfolio_DecimalsUnsupported(account.settlementAsset, decimals);
        book.known = true;
        book.decimals = decimals;
        emit BookFixed(bookId, account.settlementAsset, decimals);
    }
}

// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Account, IClearinghouse, Series} from "../clearing/IClearinghouse.sol";
import {MarginMath, MarginPosition, SettlementUnit} from "../clearing/MarginMath.sol";
import {ClaimTerms, IPortfolioClearinghouse} from "./IPortfolioClearinghouse.sol";
import {PortfolioLiquidation} from "./PortfolioLiquidation.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

/// @title PortfolioSettlement
/// @notice After the expiry: accounts pay what they owe, the fund what they could not, and holders bear the rest, series by series. Specified in
/// PortfolioClearinghouse.
abstract contract PortfolioSettlement is PortfolioLiquidation {
    /// @dev What all settled shorts of a series owed, and what of it their accounts could not pay, in units of the settlement asset.
    struct SeriesTotals {
        uint256 owed;
        uint256 missing;
    }

    /// @dev What one account owes, leg by leg, and has.
    struct Reckoning {
        uint256 price;
        uint256 owed;
        uint256 received;
        uint256 missing;
        uint256[] owedOf;
    }

    mapping(uint256 seriesId => SeriesTotals totals) private _totals;
    mapping(address owner => mapping(address asset => uint256 assets)) private _claims;

    /// @inheritdoc IPortfolioClearinghouse
    function settleAccounts(Account[] calldata accounts) external nonReentrant {
        for (uint256 i; i < accounts.length; ++i) {
            _settle(accounts[i]);
        }
    }

    /// @inheritdoc IPortfolioClearinghouse
    function exercise(uint256 seriesId, uint256 size, address receiver) external nonReentrant returns (uint256 assets) {
        Series memory series = _seriesOf(seriesId);
        uint256 price = _finalPrice(series.underlying, series.quote, series.expiry);
        Book storage book = _books[_bookIdOfSeries(series)];
        if (!book.closed) revert Portfolio_ClaimsNotOpen(seriesId, book.shortLeft);
        _burn(msg.sender, seriesId, size);
        assets = MarginMath.claimDown(
            MarginPosition(series.strike, series.isPut, int256(size)),
            price,
            SettlementUnit(series.settlementAsset == series.underlying, book.decimals)
        );
        ClaimTerms memory terms = _claimTerms(seriesId, book);
        if (terms.available < terms.owed) assets = Math.mulDiv(assets, terms.available, terms.owed);
        _push(series.settlementAsset, assets, receiver);
        emit Exercised(seriesId, msg.sender, receiver, size, assets);
    }

    /// @inheritdoc IPortfolioClearinghouse
    function withdrawClaim(address asset, uint256 assets, address receiver) external nonReentrant {
        uint256 claim = _claims[msg.sender][asset];
        if (assets > claim) revert Portfolio_InsufficientClaim(msg.sender, asset, assets, claim);
        _claims[msg.sender][asset] = claim - assets;
        _push(asset, assets, receiver);
        emit ClaimWithdrawn(msg.sender, asset, receiver, assets);
    }

    /// @inheritdoc IPortfolioClearinghouse
    function claimOf(address owner, address asset) external view returns (uint256 assets) {
        return _claims[owner][asset];
    }

    /// @inheritdoc IPortfolioClearinghouse
    function claimTermsOf(uint256 seriesId) external view returns (ClaimTerms memory terms) {
        return _claimTerms(seriesId, _books[_bookIdOfSeries(_seriesOf(seriesId))]);
    }

    function _settle(Account calldata account) private {
        bytes32 accountId = _idOf(account);
        AccountState storage state = _accounts[accountId];
        if (state.settled) return;
        if (!state.opened) revert Portfolio_NotOpened(accountId);
        Reckoning memory reckoning = _reckon(account, state);
        uint256 funds = state.collateral + reckoning.received;
        reckoning.missing = Math.saturatingSub(reckoning.owed, funds);
        uint256 payout = Math.saturatingSub(funds, reckoning.owed);
        state.settled = true;
        state.collateral = 0;
        _claims[account.owner][account.settlementAsset] += payout;
        emit AccountSettled(
            accountId, account.owner, reckoning.price, reckoning.owed, reckoning.received, reckoning.missing, payout
        );
        _closeShorts(account, state, reckoning);
    }

    /// @dev Exercises the account's long legs, and adds up what its short legs owe, each rounded up.
    function _reckon(Account calldata account, AccountState storage state) private returns (Reckoning memory result) {
        result.price = _finalPrice(account.underlying, account.quote, account.expiry);
        SettlementUnit memory unit = _unitOf(account);
        result.owedOf = new uint256[](state.legs.length);
        for (uint256 i; i < result.owedOf.length; ++i) {
            AccountLeg memory leg = state.legs[i];
            if (leg.size < 0) {
                MarginPosition[] memory one = new MarginPosition[](1);
                one[0] = MarginPosition(leg.strike, leg.isPut, leg.size);
                result.owedOf[i] = uint256(-MarginMath.netPayoffDown(one, result.price, unit));
                result.owed += result.owedOf[i];
            } else {
                uint256 paid =
                    IClearinghouse(clearinghouse).exercise(leg.seriesId, uint256(uint128(leg.size)), address(this));
                _receive(account.settlementAsset, paid);
                result.received += paid;
            }
        }
    }

    /// @dev Splits what is missing over what is owed, ends the legs, and closes the book with its last short.
    function _closeShorts(Account calldata account, AccountState storage state, Reckoning memory reckoning) private {
        Book storage book = _books[_bookIdOf(account)];
        uint256 unsplit = reckoning.missing;
        uint256 unsplitOwed = reckoning.owed;
        uint256 closed;
        for (uint256 i = reckoning.owedOf.length; i != 0; --i) {
            AccountLeg memory leg = state.legs[i - 1];
            state.legs.pop();
            if (leg.size > 0) continue;
            uint256 owed = reckoning.owedOf[i - 1];
            // Of what is not split yet, so that the parts add up to the whole.
            uint256 part = unsplitOwed == 0 ? 0 : Math.mulDiv(unsplit, owed, unsplitOwed);
            unsplit -= part;
            unsplitOwed -= owed;
            _totals[leg.seriesId].owed += owed;
            _totals[leg.seriesId].missing += part;
            uint256 size = uint256(-int256(leg.size));
            _totalShort[leg.seriesId] -= size;
            closed += size;
        }
        if (closed == 0) return;
        book.missing += reckoning.missing;
        book.shortLeft -= closed;
        if (book.shortLeft == 0) _closeBook(account, book, reckoning.price);
    }

    /// @dev What the fund pays is fixed here, once, for all series of the book.
    function _closeBook(Account calldata account, Book storage book, uint256 price) private {
        uint256 fromFund = Math.min(book.missing, _funds[_marketIdOf(account)]);
        book.closed = true;
        book.fromFund = fromFund;
        _takeFromFund(account, fromFund);
        emit BookClosed(_bookIdOf(account), price, book.missing, fromFund);
    }

    /// @dev The fund's payment is split over the series in proportion to what is missing of each, rounded down.
    function _claimTerms(uint256 seriesId, Book storage book) private view returns (ClaimTerms memory) {
        if (!book.closed) return ClaimTerms(false, 0, 0);
        SeriesTotals memory totals = _totals[seriesId];
        uint256 fromFund = totals.missing == 0 ? 0 : Math.mulDiv(totals.missing, book.fromFund, book.missing);
        return ClaimTerms(true, totals.owed, totals.owed - totals.missing + fromFund);
    }
}

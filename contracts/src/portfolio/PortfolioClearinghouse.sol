// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Account, IClearinghouse, Series} from "../clearing/IClearinghouse.sol";
import {IPortfolioClearinghouse, WrittenLeg} from "./IPortfolioClearinghouse.sol";
import {IRiskBounds} from "./IRiskBounds.sol";
import {PortfolioBooks} from "./PortfolioBooks.sol";
import {PortfolioSettlement} from "./PortfolioSettlement.sol";
import {IERC6909} from "@openzeppelin/contracts/interfaces/IERC6909.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

/// @title PortfolioClearinghouse
/// @notice Portfolio mode: options that are backed within bounds around the spot, not at every price. It stands beside the Clearinghouse and holds its
/// own money: nothing that happens here can reach a fully backed series.
///
/// Roles. None: no owner, no pause, no upgrade. An account is opened by its owner in person, who thereby agrees to its liquidation under the book's
/// parameters; operators can do the rest. Anyone may create a series, add collateral, start, end or take a liquidation, and settle accounts.
///
/// Accounting. An account is `(owner, subId, book)`; it holds at most eight series: portfolio series that it is short of, and fully backed series of the
/// same book that it is long of, which this contract keeps at the Clearinghouse. Portfolio longs are tokens (ERC-6909) in their holders' hands and back
/// nothing: what may be cut cannot back anything. The shorts of a series equal the supply of its token until accounts of it settle. `totalHeld(asset)`
/// counts what came in less what went out, never `balanceOf`.
///
/// Margin. To write, to withdraw and to take a slice an account must hold the initial requirement, else it is liquidated below the maintenance requirement:
/// PortfolioMath. A book's parameters are copied from RiskBounds when it is first used, and never change.
///
/// Liquidation. An account below maintenance is auctioned in slices: LiquidationMath. The part of the slice's collateral that goes with it rises with
/// time from the start factor to all of it; what is beyond comes from the insurance fund, never from the account. The taker must hold its own margin. After each slice
/// comes a pause. An auction is over when the account holds its maintenance margin again and somebody says so, or after its time, and then starts anew.
///
/// Settlement. After the expiry accounts are settled in batches, by anyone. What an account owes and cannot pay is split over its series in proportion to
/// what it owes. When the last short of a book is settled, the fund pays what it has, split in proportion to what is missing of each series; the rest is the
/// series' haircut, the same for every holder, fixed with that. Then claims open. So neither the order of settlements nor that of claims changes what
/// anyone gets.
///
/// Insurance fund. One for each (underlying, quote, settlement asset), fed by the book's share of every premium and by whoever adds to it. It pays the
/// excess of slices and the shortfall at the expiry, and nobody else.
///
/// Rounding. Owed: up, for each account and series. Claimed: down, for each exercise. Requirements up, payments of slices down. What is lost to rounding
/// stays here.
///
/// Oracle. The spot for margin and liquidation, refused when stale; the final price for settlement, as in the Clearinghouse.
///
/// Token requirements. As in the Clearinghouse.
///
/// Liveness. Without a spot nothing is written, withdrawn or liquidated; collateral can be added and shorts bought back. After the expiry nobody's help is
/// needed once the price is final, and nothing has a deadline.
///
/// Known limits. A premium paid elsewhere feeds no fund. The fund covers whoever wrote, also to himself; it is bounded by what was paid in. A spot that jumps beyond
/// the maintenance range within one round of the feed leaves a shortfall. Anyone may fix a book up to 400 days ahead, with the parameters of that day.
contract PortfolioClearinghouse is PortfolioSettlement {
    using SafeCast for uint256;

    constructor(address house, address bounds) PortfolioBooks(house, bounds) {}

    /// @inheritdoc IPortfolioClearinghouse
    function openAccount(Account calldata account, bytes32 terms) external nonReentrant {
        if (msg.sender != account.owner) revert Portfolio_NotOwner(msg.sender, account.owner);
        if (block.timestamp >= account.expiry) revert Portfolio_Expired(account.expiry);
        bytes32 present = _fixBook(account);
        if (terms != present) revert Portfolio_OtherTerms(present, terms);
        bytes32 accountId = _idOf(account);
        if (_accounts[accountId].opened) revert Portfolio_AlreadyOpened(accountId);
        _accounts[accountId].opened = true;
        emit AccountOpened(accountId, account.owner, _bookIdOf(account), terms);
    }

    /// @inheritdoc IPortfolioClearinghouse
    function depositCollateral(Account calldata account, uint256 assets) external nonReentrant {
        _live(account).collateral += assets;
        _pull(account.settlementAsset, assets);
        emit CollateralDeposited(_idOf(account), msg.sender, assets);
    }

    /// @inheritdoc IPortfolioClearinghouse
    function withdrawCollateral(Account calldata account, uint256 assets, address receiver) external nonReentrant {
        _requireAuthorised(account);
        bytes32 accountId = _idOf(account);
        AccountState storage state = _accounts[accountId];
        if (state.settled) revert Portfolio_AccountSettled(accountId);
        if (assets > state.collateral) revert Portfolio_InsufficientCollateral(accountId, assets, state.collateral);
        if (state.legs.length != 0) _live(account);
        state.collateral -= assets;
        (uint256 initial, uint256 spot) = _requireInitial(account);
        _push(account.settlementAsset, assets, receiver);
        emit CollateralWithdrawn(accountId, receiver, assets, initial, spot);
    }

    /// @inheritdoc IPortfolioClearinghouse
    function write(Account calldata account, WrittenLeg[] calldata legs, uint256 premium, address receiver)
        external
        nonReentrant
    {
        _requireAuthorised(account);
        AccountState storage state = _live(account);
        if (legs.length == 0) revert Portfolio_ZeroSize(0);
        for (uint256 i; i < legs.length; ++i) {
            Series memory series = _seriesOf(legs[i].seriesId);
            _changeShort(account, series, legs[i].seriesId, -legs[i].size.toInt256());
            _mint(receiver, legs[i].seriesId, legs[i].size);
        }
        uint256 share = IRiskBounds(riskBounds).fundShareUp(_bookIdOf(account), premium);
        state.collateral += premium - share;
        _pull(account.settlementAsset, premium);
        _addToFund(account, share);
        (uint256 initial, uint256 spot) = _requireInitial(account);
        emit OptionsWritten(_idOf(account), receiver, legs, premium, share, initial, spot);
    }

    /// @inheritdoc IPortfolioClearinghouse
    function burn(Account calldata account, uint256 seriesId, uint256 size) external nonReentrant {
        _requireAuthorised(account);
        int256 held = _sizeOf(_live(account), seriesId);
        uint256 short = held < 0 ? uint256(-held) : 0;
        if (size > short) revert Portfolio_InsufficientShort(seriesId, size, short);
        _burn(msg.sender, seriesId, size);
        _changeShort(account, _seriesOf(seriesId), seriesId, size.toInt256());
        emit OptionsBurned(_idOf(account), seriesId, size);
    }

    /// @inheritdoc IPortfolioClearinghouse
    function depositLong(Account calldata account, uint256 seriesId, uint256 size) external nonReentrant {
        _requireAuthorised(account);
        _live(account);
        Series memory series = IClearinghouse(clearinghouse).seriesOf(seriesId);
        _addToLeg(account, _legOf(account, series, seriesId, size.toInt256()));
        IERC6909(clearinghouse).transferFrom(msg.sender, address(this), seriesId, size);
        emit LongDeposited(_idOf(account), seriesId, size);
    }

    /// @inheritdoc IPortfolioClearinghouse
    function withdrawLong(Account calldata account, uint256 seriesId, uint256 size, address receiver)
        external
        nonReentrant
    {
        _requireAuthorised(account);
        _requireReceiver(receiver);
        int256 held = _sizeOf(_live(account), seriesId);
        uint256 long = held > 0 ? uint256(held) : 0;
        if (size > long) revert Portfolio_InsufficientLong(seriesId, size, long);
        Series memory series = IClearinghouse(clearinghouse).seriesOf(seriesId);
        _addToLeg(account, _legOf(account, series, seriesId, -size.toInt256()));
        _requireInitial(account);
        IERC6909(clearinghouse).transfer(receiver, seriesId, size);
        emit LongWithdrawn(_idOf(account), seriesId, receiver, size);
    }

    /// @inheritdoc IPortfolioClearinghouse
    function contribute(Account calldata market, uint256 assets) external nonReentrant {
        bytes32 bookId = _bookIdOf(market);
        if (!_books[bookId].known) revert IRiskBounds.RiskBounds_UnknownBook(bookId);
        _pull(market.settlementAsset, assets);
        _addToFund(market, assets);
    }

    /// @dev Writes (negative) or buys back (positive) options of a portfolio series. Dust is refused, so that settling accounts costs no more than they hold.
    function _changeShort(Account calldata account, Series memory series, uint256 seriesId, int256 change) private {
        int256 size = _addToLeg(account, _legOf(account, series, seriesId, change));
        uint256 short = uint256(-size);
        uint256 least = IRiskBounds(riskBounds).leastShortOf(_bookIdOf(account));
        if (short != 0 && short < least) revert Portfolio_ShortTooSmall(seriesId, short, least);
        Book storage book = _books[_bookIdOf(account)];
        if (change < 0) {
            _totalShort[seriesId] += uint256(-change);
            book.shortLeft += uint256(-change);
        } else {
            _totalShort[seriesId] -= uint256(change);
            book.shortLeft -= uint256(change);
        }
    }
}

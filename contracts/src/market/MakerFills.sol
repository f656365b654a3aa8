// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Account, IClearinghouse} from "../clearing/IClearinghouse.sol";
import {IStrategyVault} from "../vault/IStrategyVault.sol";
import {IQuoteBook, PostedQuote} from "./IQuoteBook.sol";
import {MakerBalances} from "./MakerBalances.sol";
import {SaleTerms, SaleTermsReader} from "./SaleTerms.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";

/// @title MakerFills
/// @notice How a maker gets what it bought: into its own account at the clearinghouse, else into one held for it here. Specified in QuoteBook.
///
/// A held account's owner is this contract, its number is never used twice, and what it pays after the expiry is the maker's free balance
/// as soon as anyone asks for it. The clearinghouse answers the same payout however often, and by whomever, the account is settled.
abstract contract MakerFills is MakerBalances {
    using SafeERC20 for IERC20;
    using SaleTermsReader for SaleTerms;

    /// @dev A failing call that leaves less than this part of the gas may have been starved.
    uint256 private constant STARVED_PART = 8;

    IClearinghouse internal immutable CLEARINGHOUSE;

    mapping(address vault => mapping(uint64 epoch => mapping(address maker => Account))) private held;
    uint96 private lastHeld;

    constructor(IClearinghouse clearinghouse_) {
        CLEARINGHOUSE = clearinghouse_;
    }

    /// @inheritdoc IQuoteBook
    function collect(address vault, uint64 epoch, address maker) external nonReentrant returns (uint256 assets) {
        Account memory account = heldAccountOf(vault, epoch, maker);
        delete held[vault][epoch][maker];
        assets = CLEARINGHOUSE.settleAccount(account);
        CLEARINGHOUSE.withdrawClaim(account.settlementAsset, assets, address(this));
        _credit(maker, account.settlementAsset, assets);
        emit PositionCollected(vault, epoch, maker, assets);
    }

    /// @notice One fill, whole or not at all. Only the quote book calls it, so that a failing fill can be undone.
    /// @param size packages to fill, 18 decimals, at most the quote's
    /// @param isHeld true for the account that is held for the maker, false for its own
    /// @return premium units of the asset, paid to the vault
    /// @return margin units of the asset, put into the maker's account
    function fill(address vault, SaleTerms calldata terms, PostedQuote calldata quote, uint256 size, bool isHeld)
        external
        returns (uint256 premium, uint256 margin)
    {
        if (msg.sender != address(this)) revert QuoteBook_NotSelf(msg.sender);
        premium = SaleTermsReader.premiumUp(size, quote.premiumPerUnit);
        margin = terms.makerMarginUp(CLEARINGHOUSE, size);
        if (premium + margin > quote.reserved) revert QuoteBook_BalanceTooLow(quote.reserved, premium + margin);
        Account memory account = isHeld
            ? _heldAccount(terms.account, vault, terms.epoch, quote.maker)
            : _ownAccount(terms.account, vault, terms.epoch, quote.maker);
        IERC20 asset = IERC20(account.settlementAsset);
        if (margin != 0) {
            asset.forceApprove(address(CLEARINGHOUSE), margin);
            CLEARINGHOUSE.depositCollateral(account, margin);
        }
        CLEARINGHOUSE.openPackage(terms.account, account, terms.legs, size);
        asset.safeTransfer(vault, premium);
        IStrategyVault(vault).recordSale(quote.maker, size, premium);
    }

    /// @inheritdoc IQuoteBook
    function clearinghouse() external view returns (address) {
        return address(CLEARINGHOUSE);
    }

    /// @inheritdoc IQuoteBook
    function heldAccountOf(address vault, uint64 epoch, address maker) public view returns (Account memory account) {
        account = held[vault][epoch][maker];
        if (account.subId == 0) revert QuoteBook_NothingHeld(vault, epoch, maker);
    }

    /// @dev Fills `size` of the quote: for the maker's own account, else for a held one, else not at all.
    /// @return filled packages, 18 decimals
    /// @return premium units of the asset
    /// @return spent premium and margin, units of the asset
    function _fillOrSkip(address vault, SaleTerms memory terms, PostedQuote memory quote, uint256 size)
        internal
        returns (uint256 filled, uint256 premium, uint256 spent)
    {
        if (size == 0) return (0, 0, 0);
        uint256 gasBefore = gasleft();
        bytes memory reason;
        for (uint256 attempt; attempt < 2; ++attempt) {
            try this.fill(vault, terms, quote, size, attempt == 1) returns (uint256 paid, uint256 margin) {
                emit QuoteFilled(vault, terms.epoch, quote.maker, size, quote.legPrices, paid);
                return (size, paid, paid + margin);
            } catch (bytes memory why) {
                reason = why;
                if (gasleft() < gasBefore / STARVED_PART) revert QuoteBook_GasTooLow(gasleft());
            }
        }
        emit QuoteSkipped(vault, terms.epoch, quote.maker, size, reason);
    }

    /// @dev The maker's account for one sale: `book` with the maker as its owner.
    function _ownAccount(Account memory book, address vault, uint64 epoch, address maker)
        internal
        pure
        returns (Account memory account)
    {
        uint96 subId = uint96(bytes12(keccak256(abi.encode(vault, epoch))));
        return Account(maker, subId, book.underlying, book.quote, book.settlementAsset, book.expiry);
    }

    /// @dev The account held for the maker for one sale, made when it is first needed.
    function _heldAccount(Account memory book, address vault, uint64 epoch, address maker)
        private
        returns (Account memory account)
    {
        account = held[vault][epoch][maker];
        if (account.subId != 0) return account;
        account = Account(address(this), ++lastHeld, book.underlying, book.quote, book.settlementAsset, book.expiry);
        held[vault][epoch][maker] = account;
        emit PositionHeld(vault, epoch, maker, account.subId);
    }
}

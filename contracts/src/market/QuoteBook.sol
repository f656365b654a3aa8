// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Account, IClearinghouse} from "../clearing/IClearinghouse.sol";
import {IStrategyVault} from "../vault/IStrategyVault.sol";
import {IQuoteBook, PostedQuote} from "./IQuoteBook.sol";
import {MakerFills} from "./MakerFills.sol";
import {SaleTerms, SaleTermsReader} from "./SaleTerms.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

/// @title QuoteBook
/// @notice Where a vault's options find their buyers: funded, firm quotes, filled in price order once the sale is over.
///
/// Roles. No owner. Makers act for themselves; anyone may clear a sale or release one that can no longer be cleared. A vault is
/// whatever a maker quotes for: nothing is taken from a maker for a vault it did not quote for.
///
/// Accounting. A quote holds back, from the maker's free balance, the premium and the margin of its whole size. At clearing it is either
/// filled (premium to the vault, margin to the maker's own account at the clearinghouse) or not; what it did not spend is free again at
/// once. A maker's account is its own for every vault and epoch, so no position or collateral of it elsewhere is ever touched.
///
/// Order. Highest premium per package first, at equal premium the earlier. At most 16 quotes a sale, each for at least a sixteenth of the
/// offer: sixteen dust quotes cannot keep others out, because sixteen quotes always take all of it. A better one evicts the worst.
///
/// Firmness. No quote can be taken back, and it stands at least until the sale can no longer be cleared. What the vault sells is hashed with
/// the first quote: a vault that states other series, legs, sizes, floor or times afterwards is refused, and so nothing is filled below
/// the floor it stated, for other options than the maker saw, or after the maker's deadline.
///
/// Rounding. Premium of a fill and margin up, against the maker by less than one unit each; premium per package down.
///
/// Oracle. None.
///
/// Token requirements. Plain ERC-20: a transfer moves what it says. Others are refused at deposit.
///
/// Liveness. A fill goes to the maker's own account, or, should that fail (the maker has taken the operator's right back, or filled its account),
/// to one that this contract holds for the maker until anyone collects it: a maker cannot make its own quote fail. Only a fill that the vault's
/// side refuses is skipped; a starved call reverts as a whole instead. A sale that was never cleared is released by anyone, without asking
/// the vault anything.
///
/// Known limits. With ratios that are not whole, the margin of a nearly complete fill can round to one unit more than was reserved; that fill is skipped.
/// Only sales that bring premium are served; a vault that buys options pays by another way.
contract QuoteBook is MakerFills {
    using SaleTermsReader for SaleTerms;

    /// @notice Most quotes that stand for one sale.
    uint256 public constant MAX_QUOTES = 16;

    /// @dev A posted quote and when it came.
    struct StandingQuote {
        PostedQuote posted;
        uint256 sequence;
    }

    /// @dev `terms` is the digest of what was sold when the first quote came, `account` the vault's, `posted` counts quotes ever posted.
    struct Sale {
        bytes32 terms;
        uint64 clearEnd;
        uint64 posted;
        Account account;
        StandingQuote[] quotes;
    }

    mapping(address vault => mapping(uint64 epoch => Sale)) private sales;

    constructor(IClearinghouse clearinghouse_) MakerFills(clearinghouse_) {}

    /// @inheritdoc IQuoteBook
    function postQuote(address vault, uint256 size, uint256[] calldata legPrices, uint64 deadline)
        external
        nonReentrant
    {
        SaleTerms memory terms = SaleTermsReader.read(vault, CLEARINGHOUSE);
        if (!terms.selling || block.timestamp >= terms.saleEnd) revert QuoteBook_SaleNotOpen(vault, terms.saleEnd);
        Sale storage sale = _saleOf(vault, terms);
        PostedQuote memory quote;
        quote.maker = msg.sender;
        quote.size = size;
        quote.legPrices = legPrices;
        quote.deadline = deadline;
        _checkQuote(terms, quote);
        uint256 premium = SaleTermsReader.premiumUp(size, quote.premiumPerUnit);
        quote.reserved = premium + terms.makerMarginUp(CLEARINGHOUSE, size);
        _debit(msg.sender, terms.account.settlementAsset, quote.reserved);
        _place(sale, vault, terms.epoch, quote);
        emit QuotePosted(vault, terms.epoch, msg.sender, size, legPrices, quote.premiumPerUnit, deadline);
    }

    /// @inheritdoc IQuoteBook
    function clear(address vault) external nonReentrant returns (uint256 sizeSold, uint256 premium) {
        SaleTerms memory terms = SaleTermsReader.read(vault, CLEARINGHOUSE);
        if (!terms.selling || block.timestamp < terms.saleEnd || block.timestamp > terms.clearEnd) {
            revert QuoteBook_NotClearable(vault, terms.saleEnd, terms.clearEnd);
        }
        Sale storage sale = _saleOf(vault, terms);
        StandingQuote[] memory quotes = _ranked(sale.quotes);
        delete sale.quotes;
        for (uint256 i; i < quotes.length; ++i) {
            PostedQuote memory quote = quotes[i].posted;
            (uint256 size, uint256 paid, uint256 spent) =
                _fillOrSkip(vault, terms, quote, Math.min(quote.size, terms.sizeOffered - sizeSold));
            sizeSold += size;
            premium += paid;
            if (spent != quote.reserved) _free(vault, terms.epoch, quote, quote.reserved - spent);
        }
        IStrategyVault(vault).recordClear();
        emit SaleCleared(vault, terms.epoch, sizeSold, premium);
    }

    /// @inheritdoc IQuoteBook
    function release(address vault, uint64 epoch) external nonReentrant {
        Sale storage sale = sales[vault][epoch];
        if (sale.quotes.length == 0) revert QuoteBook_NothingReserved(vault, epoch);
        if (block.timestamp <= sale.clearEnd) revert QuoteBook_StillFirm(vault, sale.clearEnd);
        StandingQuote[] memory quotes = sale.quotes;
        delete sale.quotes;
        for (uint256 i; i < quotes.length; ++i) {
            _free(vault, epoch, quotes[i].posted, quotes[i].posted.reserved);
        }
    }

    /// @inheritdoc IQuoteBook
    function quotesOf(address vault, uint64 epoch) external view returns (PostedQuote[] memory quotes) {
        StandingQuote[] memory ranked = _ranked(sales[vault][epoch].quotes);
        quotes = new PostedQuote[](ranked.length);
        for (uint256 i; i < ranked.length; ++i) {
            quotes[i] = ranked[i].posted;
        }
    }

    /// @inheritdoc IQuoteBook
    function makerAccountOf(address vault, uint64 epoch, address maker) external view returns (Account memory account) {
        Sale storage sale = sales[vault][epoch];
        if (sale.terms == 0) revert QuoteBook_UnknownSale(vault, epoch);
        return _ownAccount(sale.account, vault, epoch, maker);
    }

    /// @dev Puts the quote among the standing ones, in place of the worst when there are 16.
    function _place(Sale storage sale, address vault, uint64 epoch, PostedQuote memory quote) private {
        uint256 sequence = sale.posted++;
        if (sale.quotes.length < MAX_QUOTES) {
            sale.quotes.push(StandingQuote(quote, sequence));
            return;
        }
        uint256 worst;
        for (uint256 i = 1; i < MAX_QUOTES; ++i) {
            if (_isBetter(sale.quotes[worst], sale.quotes[i])) worst = i;
        }
        PostedQuote memory evicted = sale.quotes[worst].posted;
        if (quote.premiumPerUnit <= evicted.premiumPerUnit) {
            revert QuoteBook_NotBetterThanWorst(quote.premiumPerUnit, evicted.premiumPerUnit);
        }
        sale.quotes[worst] = StandingQuote(quote, sequence);
        _free(vault, epoch, evicted, evicted.reserved);
    }

    function _free(address vault, uint64 epoch, PostedQuote memory quote, uint256 assets) private {
        _credit(quote.maker, sales[vault][epoch].account.settlementAsset, assets);
        emit QuoteReleased(vault, epoch, quote.maker, assets);
    }

    /// @dev The sale these terms belong to; the first caller fixes them.
    function _saleOf(address vault, SaleTerms memory terms) private returns (Sale storage sale) {
        sale = sales[vault][terms.epoch];
        bytes32 digest = terms.digest();
        if (sale.terms == 0) {
            sale.terms = digest;
            sale.clearEnd = terms.clearEnd;
            sale.account = terms.account;
        } else if (sale.terms != digest) {
            revert QuoteBook_TermsChanged(vault, terms.epoch);
        }
    }

    /// @dev Refuses what could not be filled, and completes the quote with its premium per package.
    function _checkQuote(SaleTerms memory terms, PostedQuote memory quote) private view {
        if (quote.legPrices.length != terms.legs.length) {
            revert QuoteBook_LegCountMismatch(quote.legPrices.length, terms.legs.length);
        }
        uint256 least = Math.ceilDiv(terms.sizeOffered, MAX_QUOTES);
        if (quote.size == 0 || quote.size < least || quote.size > terms.sizeOffered) {
            revert QuoteBook_SizeOutOfRange(quote.size, least, terms.sizeOffered);
        }
        if (quote.deadline < terms.clearEnd) revert QuoteBook_DeadlineTooEarly(quote.deadline, terms.clearEnd);
        quote.premiumPerUnit = terms.premiumPerUnitDown(quote.legPrices);
        if (quote.premiumPerUnit < terms.floorPerUnit) {
            revert QuoteBook_BelowFloor(quote.premiumPerUnit, terms.floorPerUnit);
        }
        if (!CLEARINGHOUSE.isAccountOperator(quote.maker, address(this))) revert QuoteBook_NotOperator(quote.maker);
    }

    /// @dev Best first; at most 16, so an insertion sort.
    function _ranked(StandingQuote[] memory quotes) private pure returns (StandingQuote[] memory) {
        for (uint256 i = 1; i < quotes.length; ++i) {
            StandingQuote memory quote = quotes[i];
            uint256 j = i;
            for (; j > 0 && _isBetter(quote, quotes[j - 1]); --j) {
                quotes[j] = quotes[j - 1];
            }
            quotes[j] = quote;
        }
        return quotes;
    }

    function _isBetter(StandingQuote memory a, StandingQuote memory b) private pure returns (bool) {
        if (a.posted.premiumPerUnit != b.posted.premiumPerUnit) {
            return a.posted.premiumPerUnit > b.posted.premiumPerUnit;
        }
        return a.sequence < b.sequence;
    }
}

// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Account, IClearinghouse, Series} from "../../src/clearing/IClearinghouse.sol";
import {IQuoteBook} from "../../src/market/IQuoteBook.sol";
import {LegTemplate} from "../../src/vault/IStrategyPolicy.sol";
import {Epoch, Phase} from "../../src/vault/IStrategyVault.sol";
import {TestToken} from "../base/TestToken.sol";

/// @notice What a `TestSaleVault` does when it is told of a sale.
enum Answer {
    Accepts,
    Refuses,
    Reenters
}

/// @title TestSaleVault
/// @notice A vault as the quote book sees it, with its own policy, whose every word can be changed between two calls.
contract TestSaleVault {
    error TestSaleVault_Refused();

    IQuoteBook private immutable BOOK;
    IClearinghouse private immutable HOUSE;
    TestToken private immutable ASSET;

    address public clearinghouse;
    address public quoteBook;
    Answer public answer;
    uint256 public sizeRecorded;
    uint256 public premiumRecorded;
    bool public clearRecorded;

    Epoch private stated;
    Account private account;
    LegTemplate[] private templates;

    constructor(IQuoteBook book, IClearinghouse house, TestToken asset_, Account memory book_) {
        (BOOK, HOUSE, ASSET) = (book, house, asset_);
        (clearinghouse, quoteBook) = (address(house), address(book));
        account = book_;
        account.owner = address(this);
        asset_.approve(address(house), type(uint256).max);
    }

    /// @notice Opens a sale with margin for all of it, ending in an hour, clearable for another.
    function open(LegTemplate[] memory legs_, uint256[] memory strikes, uint256 size, uint256 floor, uint256 margin)
        external
    {
        delete stated;
        delete templates;
        account.subId += 1;
        stated.number = uint64(account.subId);
        stated.phase = Phase.Selling;
        stated.openedAt = uint64(block.timestamp);
        stated.saleEnd = uint64(block.timestamp) + 1 hours;
        stated.clearEnd = uint64(block.timestamp) + 2 hours;
        stated.expiry = account.expiry;
        stated.sizeOffered = size;
        stated.floorPerUnit = floor;
        stated.strikes = strikes;
        for (uint256 i; i < legs_.length; ++i) {
            templates.push(legs_[i]);
            Series memory series = Series(
                account.underlying,
                account.quote,
                account.settlementAsset,
                strikes[i],
                account.expiry,
                legs_[i].isPut,
                true
            );
            stated.seriesIds.push(HOUSE.createSeries(series));
        }
        ASSET.mint(address(this), margin);
        HOUSE.depositCollateral(account, margin);
        HOUSE.setAccountOperator(address(BOOK), true);
        clearRecorded = false;
    }

    function recordSale(address, uint256 size, uint256 premium) external {
        if (answer == Answer.Refuses) revert TestSaleVault_Refused();
        if (answer == Answer.Reenters) BOOK.clear(address(this));
        sizeRecorded += size;
        premiumRecorded += premium;
    }

    function recordClear() external {
        clearRecorded = true;
        stated.cleared = true;
    }

    // ---- what a hostile vault would do

    function setAnswer(Answer answer_) external {
        answer = answer_;
    }

    function setEpoch(Epoch calldata epoch_) external {
        stated = epoch_;
    }

    function setAccountOwner(address owner) external {
        account.owner = owner;
    }

    function setClearinghouse(address clearinghouse_) external {
        clearinghouse = clearinghouse_;
    }

    function setQuoteBook(address quoteBook_) external {
        quoteBook = quoteBook_;
    }

    function setRatio(uint256 leg, uint128 ratio) external {
        templates[leg].ratio = ratio;
    }

    function revokeBook() external {
        HOUSE.setAccountOperator(address(BOOK), false);
    }

    // ---- what the book asks

    function policy() external view returns (address) {
        return address(this);
    }

    function legs() external view returns (LegTemplate[] memory) {
        return templates;
    }

    function epoch() external view returns (Epoch memory) {
        return stated;
    }

    function marginAccount() external view returns (Account memory) {
        return account;
    }
}

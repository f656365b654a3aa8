// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Account} from "../../src/clearing/IClearinghouse.sol";
import {ClaimTerms} from "../../src/portfolio/IPortfolioClearinghouse.sol";
import {TestToken} from "../base/TestToken.sol";
import {PortfolioBase} from "./PortfolioBase.sol";

/// @notice Whole books of lib/products, lived through by the contracts: opened at 2,000, settled far away; shortfall, fund and haircut to the wei.
contract ShortfallVectorsTest is PortfolioBase {
    uint256 private constant SERIES = 4;

    struct Books {
        uint256[] inUnderlying;
        uint256[] price;
        uint256[] fund;
        uint256[] accountCount;
        uint256[] collateral;
        uint256[] legCount;
        uint256[] legSeries;
        int256[] legSize;
        uint256[] payout;
        uint256[] owed;
        uint256[] available;
        uint256[] fromFund;
    }

    function test_Shortfalls_AgreeWithTypeScript() external {
        Books memory books = _books(vm.readFile("test/vectors/shortfalls.json"));
        assertGe(books.price.length, 60, "too few rows");
        uint256 account;
        uint256 leg;
        for (uint256 row; row < books.price.length; ++row) {
            uint256 snapshot = vm.snapshotState();
            (account, leg) = _live(books, row, account, leg);
            vm.revertToState(snapshot);
        }
        assertEq(account, books.collateral.length, "accounts left over");
        assertEq(leg, books.legSeries.length, "legs left over");
    }

    /// @return the first account and leg of the next row
    function _live(Books memory books, uint256 row, uint256 account, uint256 leg) private returns (uint256, uint256) {
        TestToken token = books.inUnderlying[row] == 1 ? weth : usd;
        uint256[SERIES + 1] memory ids = _seriesOf(token);
        uint256 count = books.accountCount[row];
        for (uint256 i; i < count; ++i) {
            leg = _openBook(books, _numbered(token, i), ids, account + i, leg);
        }
        if (books.fund[row] > 0) _contribute(token, books.fund[row]);
        _finalPrice(books.price[row]);
        for (uint256 i; i < count; ++i) {
            uint256 before = portfolio.claimOf(alice, address(token));
            _settleOne(_numbered(token, i));
            assertEq(portfolio.claimOf(alice, address(token)) - before, books.payout[account + i], "payout");
        }
        string memory name = string.concat("row ", vm.toString(row));
        assertEq(portfolio.fundOf(_numbered(token, 0)), books.fund[row] - books.fromFund[row], name);
        for (uint256 s; s < SERIES; ++s) {
            ClaimTerms memory terms = portfolio.claimTermsOf(ids[s]);
            assertTrue(terms.isOpen, name);
            assertEq(terms.owed, books.owed[row * SERIES + s], name);
            assertEq(terms.available, books.available[row * SERIES + s], name);
        }
        return (account + count, leg);
    }

    function _openBook(
        Books memory books,
        Account memory account,
        uint256[SERIES + 1] memory ids,
        uint256 index,
        uint256 leg
    ) private returns (uint256) {
        _open(account, books.collateral[index]);
        for (uint256 end = leg + books.legCount[index]; leg < end; ++leg) {
            uint256 series = books.legSeries[leg];
            int256 size = books.legSize[leg];
            if (series == SERIES) _holdLong(account, ids[series], uint256(size));
            else _sell(account, ids[series], uint256(-size), bob);
        }
        return leg;
    }

    function _seriesOf(TestToken token) private returns (uint256[SERIES + 1] memory ids) {
        bool inKind = address(token) == address(weth);
        ids[0] = inKind ? _pfCoinPut(1800e8) : _pfPut(1800e8);
        ids[1] = inKind ? _pfCoinPut(1500e8) : _pfPut(1500e8);
        ids[2] = inKind ? _pfCoinCall(2200e8) : _pfCall(2200e8);
        ids[3] = inKind ? _pfCoinCall(2600e8) : _pfCall(2600e8);
        ids[4] = inKind ? _coinCall(2400e8) : _put(1600e8);
    }

    function _numbered(TestToken token, uint256 number) private view returns (Account memory account) {
        account = _account(alice, token);
        account.subId = uint96(number + 1);
    }

    function _books(string memory json) private pure returns (Books memory books) {
        books.inUnderlying = vm.parseJsonUintArray(json, ".inUnderlying");
        books.price = vm.parseJsonUintArray(json, ".price");
        books.fund = vm.parseJsonUintArray(json, ".fund");
        books.accountCount = vm.parseJsonUintArray(json, ".accountCount");
        books.collateral = vm.parseJsonUintArray(json, ".accountCollateral");
        books.legCount = vm.parseJsonUintArray(json, ".accountLegCount");
        books.legSeries = vm.parseJsonUintArray(json, ".legSeries");
        books.legSize = vm.parseJsonIntArray(json, ".legSize");
        books.payout = vm.parseJsonUintArray(json, ".accountPayout");
        books.owed = vm.parseJsonUintArray(json, ".seriesOwed");
        books.available = vm.parseJsonUintArray(json, ".seriesAvailable");
        books.fromFund = vm.parseJsonUintArray(json, ".fromFund");
    }
}

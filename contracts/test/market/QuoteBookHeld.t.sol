// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Account, IClearinghouse, Series} from "../../src/clearing/IClearinghouse.sol";
import {IQuoteBook} from "../../src/market/IQuoteBook.sol";
import {QuoteBookBase} from "./QuoteBookBase.sol";

/// @dev Makers that try to make their own quotes fail.
contract QuoteBookHeldTest is QuoteBookBase {
    function test_clear_holdsThePositionOfAMakerThatRevokedTheBook() external {
        openPutSale();
        post(maker, 6e18, 30e6);
        post(rival, 4e18, 25e6);
        vm.prank(maker);
        house.setAccountOperator(address(book), false);
        toSaleEnd();
        vm.expectEmit(address(book));
        emit IQuoteBook.PositionHeld(address(vault), 1, maker, 1);
        vm.expectEmit(address(book));
        emit IQuoteBook.QuoteFilled(address(vault), 1, maker, 6e18, list(30e6), 180e6);
        (uint256 sold, uint256 premium) = book.clear(address(vault));
        assertEq(sold, 10e18);
        assertEq(premium, 280e6);
        assertEq(balance(maker), 1_000_000e6 - 180e6);
        assertEq(positionOf(ownAccount(maker)), 0);
        Account memory heldAccount = book.heldAccountOf(address(vault), 1, maker);
        assertEq(heldAccount.owner, address(book));
        assertEq(uint256(heldAccount.expiry), EXPIRY);
        assertEq(positionOf(heldAccount), 6e18);
        vm.expectRevert(abi.encodeWithSelector(IQuoteBook.QuoteBook_NothingHeld.selector, address(vault), 1, rival));
        book.heldAccountOf(address(vault), 1, rival);
    }

    function test_clear_holdsThePositionOfAMakerThatFilledItsAccount() external {
        openPutSale();
        post(maker, 10e18, 30e6);
        _stuff(ownAccount(maker));
        toSaleEnd();
        (uint256 sold,) = book.clear(address(vault));
        assertEq(sold, 10e18);
        assertEq(positionOf(book.heldAccountOf(address(vault), 1, maker)), 10e18);
    }

    function test_clear_twoQuotesOfOneMakerShareAHeldAccount() external {
        openMixedSale(4e18);
        vm.startPrank(maker);
        book.postQuote(address(vault), 1e18, list(5e6, 190e6, 60e6), DEADLINE);
        book.postQuote(address(vault), 3e18, list(5e6, 180e6, 60e6), DEADLINE);
        house.setAccountOperator(address(book), false);
        vm.stopPrank();
        toSaleEnd();
        book.clear(address(vault));
        Account memory heldAccount = book.heldAccountOf(address(vault), 1, maker);
        assertEq(uint256(heldAccount.subId), 1);
        assertEq(house.collateralOf(heldAccount), 8000e6);
        assertEq(positionOf(heldAccount), -4e18);
    }

    function test_collect_creditsWhatThePositionPaid() external {
        _soldToRevokers();
        settlePrice(3000e8);
        vm.expectEmit(address(book));
        emit IQuoteBook.PositionCollected(address(vault), 1, maker, 600e6);
        vm.prank(rival);
        uint256 assets = book.collect(address(vault), 1, maker);
        assertEq(assets, 600e6);
        assertEq(balance(maker), 1_000_000e6 - 180e6 + 600e6);
        _collectsNothingMore(maker);
        assertEq(book.collect(address(vault), 1, rival), 400e6);
        assertEq(balance(rival), 1_000_000e6 - 100e6 + 400e6);
        assertEq(usd.balanceOf(address(book)), balance(maker) + balance(rival));
    }

    function test_collect_whoeverSettledTheAccountBefore() external {
        _soldToRevokers();
        settlePrice(3000e8);
        house.settleAccount(book.heldAccountOf(address(vault), 1, maker));
        house.settleAccount(book.heldAccountOf(address(vault), 1, rival));
        assertEq(book.collect(address(vault), 1, rival), 400e6);
        assertEq(book.collect(address(vault), 1, maker), 600e6);
        _collectsNothingMore(rival);
    }

    function test_collect_worthlessPositionsToo() external {
        _soldToRevokers();
        settlePrice(3500e8);
        assertEq(book.collect(address(vault), 1, maker), 0);
        _collectsNothingMore(maker);
    }

    function test_collect_notBeforeThePriceIsFinal() external {
        _soldToRevokers();
        vm.warp(EXPIRY + 1);
        vm.expectPartialRevert(IClearinghouse.Clearinghouse_PriceNotFinal.selector);
        book.collect(address(vault), 1, maker);
        _stillHeld();
    }

    function _stillHeld() private view {
        assertEq(positionOf(book.heldAccountOf(address(vault), 1, maker)), 6e18);
    }

    function _collectsNothingMore(address who) private {
        vm.expectRevert(abi.encodeWithSelector(IQuoteBook.QuoteBook_NothingHeld.selector, address(vault), 1, who));
        book.collect(address(vault), 1, who);
    }

    function _soldToRevokers() private {
        openPutSale();
        post(maker, 6e18, 30e6);
        post(rival, 4e18, 25e6);
        vm.prank(maker);
        house.setAccountOperator(address(book), false);
        vm.prank(rival);
        house.setAccountOperator(address(book), false);
        toSaleEnd();
        book.clear(address(vault));
    }

    /// @dev Eight series of the same book, one option each, so that no leg fits any more.
    function _stuff(Account memory account) private {
        usd.mint(maker, 100_000e6);
        vm.startPrank(maker);
        usd.approve(address(house), type(uint256).max);
        house.depositCollateral(account, 100_000e6);
        for (uint256 i; i < 8; ++i) {
            Series memory series =
                Series(address(weth), address(usd), address(usd), 1000e8 + i * 100e8, EXPIRY, true, true);
            house.write(account, house.createSeries(series), 1e18, maker);
        }
        vm.stopPrank();
    }
}

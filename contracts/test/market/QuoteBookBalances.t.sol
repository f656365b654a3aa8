// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IQuoteBook} from "../../src/market/IQuoteBook.sol";
import {ITransferHook, TestToken} from "../base/TestToken.sol";
import {QuoteBookBase} from "./QuoteBookBase.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";

/// @dev A maker whose token calls it back, and which then tries to use its balance a second time.
contract ReenteringMaker is ITransferHook {
    IQuoteBook private immutable BOOK;
    TestToken private immutable TOKEN;

    constructor(IQuoteBook book, TestToken token) {
        (BOOK, TOKEN) = (book, token);
        token.approve(address(book), type(uint256).max);
    }

    function deposit(uint256 assets) external {
        BOOK.deposit(address(TOKEN), assets);
    }

    function withdraw(uint256 assets) external {
        BOOK.withdraw(address(TOKEN), assets, address(this));
    }

    function onTransfer(address, address, uint256) external {
        BOOK.withdraw(address(TOKEN), 1, address(this));
    }
}

contract QuoteBookBalancesTest is QuoteBookBase {
    function test_deposit_addsToTheFreeBalance() external {
        usd.mint(maker, 70);
        vm.expectEmit(address(book));
        emit IQuoteBook.BalanceDeposited(maker, address(usd), 70);
        vm.prank(maker);
        book.deposit(address(usd), 70);
        assertEq(balance(maker), 1_000_000e6 + 70);
        assertEq(balance(rival), 1_000_000e6);
        assertEq(book.balanceOf(maker, address(weth)), 0);
        assertEq(usd.balanceOf(address(book)), 2_000_000e6 + 70);
    }

    function test_deposit_refusesNothingAndHostileTokens() external {
        vm.startPrank(maker);
        vm.expectRevert(IQuoteBook.QuoteBook_ZeroAssets.selector);
        book.deposit(address(usd), 0);
        usd.mint(maker, 2000);
        usd.setFeeBps(100);
        vm.expectRevert(abi.encodeWithSelector(IQuoteBook.QuoteBook_AmountMismatch.selector, 1000, 990));
        book.deposit(address(usd), 1000);
        usd.setFeeBps(0);
        usd.setAnswersFalse(true);
        vm.expectRevert(abi.encodeWithSelector(SafeERC20.SafeERC20FailedOperation.selector, address(usd)));
        book.deposit(address(usd), 1000);
    }

    function test_withdraw_paysTheReceiver() external {
        vm.expectEmit(address(book));
        emit IQuoteBook.BalanceWithdrawn(maker, address(usd), rival, 400e6);
        vm.prank(maker);
        book.withdraw(address(usd), 400e6, rival);
        assertEq(usd.balanceOf(rival), 400e6);
        assertEq(balance(maker), 999_600e6);
    }

    function test_withdraw_takesAllButNotMore() external {
        vm.startPrank(maker);
        vm.expectRevert(IQuoteBook.QuoteBook_ZeroAssets.selector);
        book.withdraw(address(usd), 0, maker);
        vm.expectRevert(
            abi.encodeWithSelector(IQuoteBook.QuoteBook_BalanceTooLow.selector, 1_000_000e6, 1_000_000e6 + 1)
        );
        book.withdraw(address(usd), 1_000_000e6 + 1, maker);
        book.withdraw(address(usd), 1_000_000e6, maker);
        assertEq(balance(maker), 0);
        assertEq(usd.balanceOf(maker), 1_000_000e6);
    }

    function test_withdraw_doesNotTouchReservations() external {
        openPutSale();
        post(maker, 10e18, 30e6);
        assertEq(balance(maker), 999_700e6);
        vm.expectRevert(abi.encodeWithSelector(IQuoteBook.QuoteBook_BalanceTooLow.selector, 999_700e6, 1_000_000e6));
        vm.prank(maker);
        book.withdraw(address(usd), 1_000_000e6, maker);
    }

    function test_withdraw_blockedReceiverStopsOnlyItself() external {
        usd.setBlocked(maker, true);
        vm.startPrank(maker);
        vm.expectRevert(abi.encodeWithSelector(TestToken.TestToken_Blocked.selector, maker));
        book.withdraw(address(usd), 1, maker);
        book.withdraw(address(usd), 1, named("other"));
        vm.stopPrank();
        vm.prank(rival);
        book.withdraw(address(usd), 1_000_000e6, rival);
    }

    function test_balances_cannotBeReentered() external {
        ReenteringMaker reentering = new ReenteringMaker(book, usd);
        usd.mint(address(reentering), 100);
        reentering.deposit(50);
        usd.setHook(address(reentering));
        vm.expectRevert(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector);
        reentering.deposit(50);
        vm.expectRevert(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector);
        reentering.withdraw(50);
    }
}

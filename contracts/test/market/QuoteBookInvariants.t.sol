// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {QuoteBookBase} from "./QuoteBookBase.sol";
import {QuoteBookHandler} from "./QuoteBookHandler.sol";

contract QuoteBookInvariantsTest is QuoteBookBase {
    QuoteBookHandler private handler;

    function setUp() public override {
        super.setUp();
        address[] memory makers = new address[](3);
        makers[0] = newMaker("first", 1);
        makers[1] = newMaker("second", 1);
        makers[2] = newMaker("third", 1);
        handler = new QuoteBookHandler(book, house, usd, vault, makers, EXPIRY);
        bytes4[] memory calls = new bytes4[](10);
        calls[0] = QuoteBookHandler.deposit.selector;
        calls[1] = QuoteBookHandler.withdraw.selector;
        calls[2] = QuoteBookHandler.setOperator.selector;
        calls[3] = QuoteBookHandler.openSale.selector;
        calls[4] = QuoteBookHandler.post.selector;
        calls[5] = QuoteBookHandler.pass.selector;
        calls[6] = QuoteBookHandler.setAnswer.selector;
        calls[7] = QuoteBookHandler.changeTerms.selector;
        calls[8] = QuoteBookHandler.clear.selector;
        calls[9] = QuoteBookHandler.release.selector;
        targetOnly(address(handler), calls);
    }

    /// @dev Each fill against the maker's own record of what it quoted.
    function invariant_8_makerNeverPaysMoreThanItQuoted() external view {
        assertEq(handler.broken(), "");
    }

    /// @dev What came in is free, reserved, paid or gone, maker by maker, and the book holds it.
    function invariant_8_bookHoldsWhatItOwes() external view {
        uint256 owed = balance(maker) + balance(rival);
        for (uint256 i; i < handler.makerCount(); ++i) {
            address who = handler.makers(i);
            uint256 held = balance(who) + handler.reservedOf(who);
            assertEq(held + handler.paid(who) + handler.withdrawn(who), handler.deposited(who) + 1);
            owed += held;
        }
        assertEq(usd.balanceOf(address(book)), owed);
    }

    /// @dev The handler is seen to reach what the invariants are about.
    function test_handler_fillsHoldsAndReleases() external {
        for (uint256 i; i < 3; ++i) {
            handler.deposit(i, 9000e6);
        }
        handler.openSale(10e18, 0);
        handler.post(0, 5e18, 50e6, 5);
        handler.post(1, 5e18, 40e6, 5);
        handler.setOperator(1, false);
        for (uint256 i; i < 2; ++i) {
            handler.pass(44 minutes);
        }
        handler.clear();
        assertEq(handler.fills(), 2);
        assertEq(handler.heldFills(), 1);
        handler.openSale(10e18, 0);
        handler.post(2, 5e18, 50e6, 5);
        for (uint256 i; i < 4; ++i) {
            handler.pass(44 minutes);
        }
        handler.release(1);
        assertEq(handler.releases(), 1);
        assertEq(handler.broken(), "");
    }
}

// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IQuoteBook, PostedQuote} from "../../src/market/IQuoteBook.sol";
import {SaleTerms} from "../../src/market/SaleTerms.sol";
import {Epoch} from "../../src/vault/IStrategyVault.sol";
import {RecordedLog} from "../base/Vm.sol";
import {QuoteBookBase} from "./QuoteBookBase.sol";
import {Answer, TestSaleVault} from "./TestSaleVault.sol";

contract QuoteBookClearTest is QuoteBookBase {
    // ---- when

    function test_clear_fromTheSalesEndToTheClearWindowsEnd() external {
        openPutSale();
        post(maker, 10e18, 30e6);
        vm.warp(START + 1 hours - 1);
        _refusesClear();
        vm.warp(START + 2 hours + 1);
        _refusesClear();
        vm.warp(START + 2 hours);
        book.clear(address(vault));
        assertTrue(vault.clearRecorded());
    }

    function test_clear_atTheSalesEndAndOnlyOnce() external {
        openPutSale();
        post(maker, 10e18, 30e6);
        toSaleEnd();
        (uint256 sold,) = book.clear(address(vault));
        assertEq(sold, 10e18);
        _refusesClear();
    }

    function test_clear_movesNothingASecondTimeForAVaultThatForgets() external {
        openPutSale();
        Epoch memory open = vault.epoch();
        post(maker, 10e18, 30e6);
        toSaleEnd();
        book.clear(address(vault));
        vault.setEpoch(open);
        (uint256 sold, uint256 premium) = book.clear(address(vault));
        assertEq(sold, 0);
        assertEq(premium, 0);
        assertEq(vault.premiumRecorded(), 300e6);
        assertEq(balance(maker), 1_000_000e6 - 300e6);
    }

    function test_clear_refusesChangedTerms() external {
        openPutSale();
        post(maker, 10e18, 30e6);
        toSaleEnd();
        Epoch memory epoch = vault.epoch();
        epoch.clearEnd += 10 days;
        vault.setEpoch(epoch);
        vm.expectRevert(abi.encodeWithSelector(IQuoteBook.QuoteBook_TermsChanged.selector, address(vault), 1));
        book.clear(address(vault));
    }

    function _refusesClear() private {
        vm.expectRevert(
            abi.encodeWithSelector(
                IQuoteBook.QuoteBook_NotClearable.selector, address(vault), START + 1 hours, START + 2 hours
            )
        );
        book.clear(address(vault));
    }

    // ---- what is filled

    function test_clear_withoutQuotesTellsTheVault() external {
        openPutSale();
        toSaleEnd();
        vm.expectEmit(address(book));
        emit IQuoteBook.SaleCleared(address(vault), 1, 0, 0);
        book.clear(address(vault));
        assertTrue(vault.clearRecorded());
        assertEq(vault.sizeRecorded(), 0);
    }

    function test_clear_fillsAllWhenTheyAskForLess() external {
        openPutSale();
        post(maker, 3e18, 30e6);
        post(rival, 4e18, 25e6);
        toSaleEnd();
        (uint256 sold, uint256 premium) = book.clear(address(vault));
        assertEq(sold, 7e18);
        assertEq(premium, 90e6 + 100e6);
        assertEq(usd.balanceOf(address(vault)), 190e6);
        assertEq(vault.sizeRecorded(), 7e18);
        assertEq(vault.premiumRecorded(), 190e6);
        assertEq(positionOf(ownAccount(maker)), 3e18);
        assertEq(positionOf(ownAccount(rival)), 4e18);
        assertEq(positionOf(vault.marginAccount()), -7e18);
        assertEq(balance(maker), 1_000_000e6 - 90e6);
        assertEq(balance(rival), 1_000_000e6 - 100e6);
        assertEq(usd.balanceOf(address(book)), 2_000_000e6 - 190e6);
        assertEq(quotes().length, 0);
    }

    function test_clear_releasesNothingOfAFullFill() external {
        openPutSale();
        post(maker, 10e18, 30e6);
        toSaleEnd();
        vm.recordLogs();
        book.clear(address(vault));
        RecordedLog[] memory logs = vm.getRecordedLogs();
        for (uint256 i; i < logs.length; ++i) {
            assertNotEq(logs[i].topics[0], IQuoteBook.QuoteReleased.selector);
        }
    }

    function test_clear_bestFirstLastInPartRestFreed() external {
        openPutSale();
        address third = newMaker("third", 1000e6);
        post(third, 10e18, 20e6);
        post(maker, 6e18, 30e6 + 1);
        post(rival, 8e18, 25e6 + 1);
        toSaleEnd();
        vm.expectEmit(address(book));
        emit IQuoteBook.QuoteFilled(address(vault), 1, maker, 6e18, list(30e6 + 1), 180e6 + 6);
        vm.expectEmit(address(book));
        emit IQuoteBook.QuoteFilled(address(vault), 1, rival, 4e18, list(25e6 + 1), 100e6 + 4);
        vm.expectEmit(address(book));
        emit IQuoteBook.QuoteReleased(address(vault), 1, rival, 100e6 + 4);
        vm.expectEmit(address(book));
        emit IQuoteBook.QuoteReleased(address(vault), 1, third, 200e6);
        vm.expectEmit(address(book));
        emit IQuoteBook.SaleCleared(address(vault), 1, 10e18, 280e6 + 10);
        (uint256 sold, uint256 premium) = book.clear(address(vault));
        assertEq(sold, 10e18);
        assertEq(premium, 280e6 + 10);
        assertEq(balance(maker), 1_000_000e6 - 180e6 - 6);
        assertEq(balance(rival), 1_000_000e6 - 100e6 - 4);
        assertEq(balance(third), 1000e6);
    }

    function test_clear_roundsThePremiumOfAPartUp() external {
        openPutSale(vault, 2e18 + 1, 20e6);
        post(maker, 2e18, 30e6);
        post(rival, 2e18, 25e6);
        toSaleEnd();
        (, uint256 premium) = book.clear(address(vault));
        assertEq(premium, 60e6 + 1);
        assertEq(balance(rival), 1_000_000e6 - 1);
    }

    function test_clear_putsMarginIntoTheMakersOwnAccount() external {
        openMixedSale(4e18);
        vm.prank(maker);
        book.postQuote(address(vault), 4e18, list(5e6, 190e6, 60e6), DEADLINE);
        vm.prank(rival);
        book.postQuote(address(vault), 1e18, list(5e6, 191e6, 60e6), DEADLINE);
        toSaleEnd();
        (uint256 sold, uint256 premium) = book.clear(address(vault));
        assertEq(sold, 4e18);
        assertEq(premium, 126e6 + 375e6);
        assertEq(house.collateralOf(ownAccount(maker)), 6000e6);
        assertEq(house.collateralOf(ownAccount(rival)), 2000e6);
        assertEq(balance(maker), 1_000_000e6 - 375e6 - 6000e6);
        assertEq(balance(rival), 1_000_000e6 - 126e6 - 2000e6);
        assertEq(usd.allowance(address(book), address(house)), 0);
        (, int256[] memory sizes) = house.positionsOf(ownAccount(maker));
        assertEq(sizes[0], -3e18);
        assertEq(sizes[1], 3e18);
        assertEq(sizes[2], -3e18);
    }

    // ---- what cannot be filled

    function test_clear_skipsWhatTheVaultsSideRefuses() external {
        openPutSale();
        post(maker, 10e18, 30e6);
        toSaleEnd();
        vault.setAnswer(Answer.Refuses);
        vm.expectEmit(address(book));
        emit IQuoteBook.QuoteSkipped(
            address(vault), 1, maker, 10e18, abi.encodeWithSelector(TestSaleVault.TestSaleVault_Refused.selector)
        );
        vm.expectEmit(address(book));
        emit IQuoteBook.QuoteReleased(address(vault), 1, maker, 300e6);
        (uint256 sold, uint256 premium) = book.clear(address(vault));
        assertEq(sold, 0);
        assertEq(premium, 0);
        assertEq(balance(maker), 1_000_000e6);
        assertEq(usd.balanceOf(address(vault)), 0);
        assertTrue(vault.clearRecorded());
    }

    function test_clear_cannotBeReentered() external {
        openPutSale();
        post(maker, 10e18, 30e6);
        toSaleEnd();
        vault.setAnswer(Answer.Reenters);
        (uint256 sold,) = book.clear(address(vault));
        assertEq(sold, 0);
        assertEq(balance(maker), 1_000_000e6);
    }

    function test_clear_takesNoCoverFromAVaultThatRevokesTheBook() external {
        openPutSale();
        post(maker, 10e18, 30e6);
        toSaleEnd();
        vault.revokeBook();
        (uint256 sold,) = book.clear(address(vault));
        assertEq(sold, 0);
        assertEq(balance(maker), 1_000_000e6);
    }

    function test_clear_starvedOfGasReverts(uint256 gas) external {
        openPutSale();
        post(maker, 6e18, 30e6);
        post(rival, 4e18, 25e6);
        toSaleEnd();
        gas = bound(gas, 60_000, 900_000);
        (bool cleared, bytes memory answer) =
            address(book).call{gas: gas}(abi.encodeCall(IQuoteBook.clear, (address(vault))));
        if (cleared) {
            (uint256 sold,) = abi.decode(answer, (uint256, uint256));
            assertEq(sold, 10e18);
        } else {
            assertEq(quotes().length, 2);
        }
    }

    function test_clear_tellsThatItWasStarved() external {
        openPutSale();
        for (uint256 i; i < 8; ++i) {
            post(maker, 1e18, 30e6);
        }
        toSaleEnd();
        uint256 starved;
        for (uint256 gas = 300_000; gas < 4_000_000; gas += 20_000) {
            uint256 id = vm.snapshotState();
            (bool cleared, bytes memory answer) =
                address(book).call{gas: gas}(abi.encodeCall(IQuoteBook.clear, (address(vault))));
            if (cleared) assertEq(vault.sizeRecorded(), 8e18);
            else if (answer.length >= 4 && bytes4(answer) == IQuoteBook.QuoteBook_GasTooLow.selector) starved += 1;
            vm.revertToState(id);
        }
        assertGt(starved, 0);
    }

    // ---- the fill itself

    function test_fill_onlyTheBook() external {
        (SaleTerms memory terms, PostedQuote memory quote) = _fillInput();
        vm.expectRevert(abi.encodeWithSelector(IQuoteBook.QuoteBook_NotSelf.selector, maker));
        vm.prank(maker);
        book.fill(address(vault), terms, quote, 1e18, false);
    }

    function test_fill_neverAboveTheReservation() external {
        (SaleTerms memory terms, PostedQuote memory quote) = _fillInput();
        vm.startPrank(address(book));
        vm.expectRevert(abi.encodeWithSelector(IQuoteBook.QuoteBook_BalanceTooLow.selector, 30e6 - 1, 30e6));
        book.fill(address(vault), terms, quote, 1e18, false);
        quote.reserved += 1;
        (uint256 premium, uint256 margin) = book.fill(address(vault), terms, quote, 1e18, false);
        assertEq(premium, 30e6);
        assertEq(margin, 0);
    }

    function _fillInput() private returns (SaleTerms memory terms, PostedQuote memory quote) {
        openPutSale();
        post(maker, 10e18, 30e6);
        quote = quotes()[0];
        quote.reserved = 30e6 - 1;
        terms = termsOf(vault);
    }

    // ---- release

    function test_release_onceTheSaleCanNoLongerBeCleared() external {
        vm.expectRevert(abi.encodeWithSelector(IQuoteBook.QuoteBook_NothingReserved.selector, address(vault), 1));
        book.release(address(vault), 1);
        openPutSale();
        post(maker, 10e18, 30e6);
        post(rival, 5e18, 25e6);
        vm.warp(START + 2 hours);
        vm.expectRevert(
            abi.encodeWithSelector(IQuoteBook.QuoteBook_StillFirm.selector, address(vault), START + 2 hours)
        );
        book.release(address(vault), 1);
        vm.warp(START + 2 hours + 1);
        vm.etch(address(vault), hex"fe");
        vm.expectEmit(address(book));
        emit IQuoteBook.QuoteReleased(address(vault), 1, maker, 300e6);
        book.release(address(vault), 1);
        assertEq(balance(maker), 1_000_000e6);
        assertEq(balance(rival), 1_000_000e6);
        assertEq(quotes().length, 0);
        vm.expectRevert(abi.encodeWithSelector(IQuoteBook.QuoteBook_NothingReserved.selector, address(vault), 1));
        book.release(address(vault), 1);
    }

    function test_release_nothingAfterAClear() external {
        openPutSale();
        post(maker, 10e18, 30e6);
        toSaleEnd();
        book.clear(address(vault));
        vm.warp(START + 3 hours);
        vm.expectRevert(abi.encodeWithSelector(IQuoteBook.QuoteBook_NothingReserved.selector, address(vault), 1));
        book.release(address(vault), 1);
    }
}

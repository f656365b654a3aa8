// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {MarginMath} from "../../src/clearing/MarginMath.sol";
import {IQuoteBook, PostedQuote} from "../../src/market/IQuoteBook.sol";
import {LegTemplate} from "../../src/vault/IStrategyPolicy.sol";
import {Epoch, Phase} from "../../src/vault/IStrategyVault.sol";
import {QuoteBookBase} from "./QuoteBookBase.sol";

contract QuoteBookPostTest is QuoteBookBase {
    // ---- when it is open

    function test_postQuote_onlyWhileSelling() external {
        expectQuoteRevert(saleNotOpen(0), 1e18, 30e6, DEADLINE);
        openPutSale();
        vm.warp(START + 1 hours - 1);
        post(maker, 10e18, 30e6);
        vm.warp(START + 1 hours);
        expectQuoteRevert(saleNotOpen(uint64(START + 1 hours)), 10e18, 30e6, DEADLINE);
    }

    function test_postQuote_refusesALiveOrClearedSale() external {
        openPutSale();
        Epoch memory epoch = vault.epoch();
        epoch.cleared = true;
        vault.setEpoch(epoch);
        expectQuoteRevert(saleNotOpen(epoch.saleEnd), 10e18, 30e6, DEADLINE);
        epoch.cleared = false;
        epoch.phase = Phase.Live;
        vault.setEpoch(epoch);
        expectQuoteRevert(saleNotOpen(epoch.saleEnd), 10e18, 30e6, DEADLINE);
    }

    function test_postQuote_refusesAVaultThatNamesOthers() external {
        openPutSale();
        bytes memory unfit = abi.encodeWithSelector(IQuoteBook.QuoteBook_VaultUnfit.selector, address(vault));
        vault.setAccountOwner(rival);
        expectQuoteRevert(unfit, 10e18, 30e6, DEADLINE);
        vault.setAccountOwner(address(vault));
        vault.setClearinghouse(address(1));
        expectQuoteRevert(unfit, 10e18, 30e6, DEADLINE);
        vault.setClearinghouse(address(house));
        vault.setQuoteBook(address(1));
        expectQuoteRevert(unfit, 10e18, 30e6, DEADLINE);
        vault.setQuoteBook(address(book));
        post(maker, 10e18, 30e6);
    }

    function test_postQuote_refusesChangedTerms() external {
        openPutSale();
        post(rival, 10e18, 30e6);
        bytes memory changed = abi.encodeWithSelector(IQuoteBook.QuoteBook_TermsChanged.selector, address(vault), 1);
        Epoch memory epoch = vault.epoch();
        epoch.floorPerUnit = 1;
        vault.setEpoch(epoch);
        expectQuoteRevert(changed, 10e18, 30e6, DEADLINE);
        epoch.floorPerUnit = 20e6;
        epoch.sizeOffered += 1;
        vault.setEpoch(epoch);
        expectQuoteRevert(changed, 10e18, 30e6, DEADLINE);
        epoch.sizeOffered -= 1;
        epoch.clearEnd += 1;
        vault.setEpoch(epoch);
        expectQuoteRevert(changed, 10e18, 30e6, DEADLINE + 1);
        epoch.clearEnd -= 1;
        vault.setEpoch(epoch);
        vault.setRatio(0, 2e18);
        expectQuoteRevert(changed, 10e18, 30e6, DEADLINE);
    }

    // ---- what a quote must be

    function test_postQuote_refusesUnfitQuotes() external {
        openPutSale();
        vm.expectRevert(abi.encodeWithSelector(IQuoteBook.QuoteBook_LegCountMismatch.selector, 2, 1));
        vm.prank(maker);
        book.postQuote(address(vault), 10e18, new uint256[](2), DEADLINE);
        expectQuoteRevert(
            abi.encodeWithSelector(IQuoteBook.QuoteBook_DeadlineTooEarly.selector, DEADLINE - 1, DEADLINE),
            10e18,
            30e6,
            DEADLINE - 1
        );
        expectQuoteRevert(
            abi.encodeWithSelector(IQuoteBook.QuoteBook_BelowFloor.selector, 20e6 - 1, 20e6), 10e18, 20e6 - 1, DEADLINE
        );
        vm.prank(maker);
        house.setAccountOperator(address(book), false);
        expectQuoteRevert(
            abi.encodeWithSelector(IQuoteBook.QuoteBook_NotOperator.selector, maker), 10e18, 20e6, DEADLINE
        );
        assertEq(balance(maker), 1_000_000e6);
    }

    function test_postQuote_takesFromASixteenthToAll() external {
        openPutSale(vault, 10e18 + 1, 20e6);
        uint256 least = 0.625e18 + 1;
        _refusesSize(0, least);
        _refusesSize(least - 1, least);
        _refusesSize(10e18 + 2, least);
        post(maker, least, 20e6);
        post(maker, 10e18 + 1, 20e6);
        assertEq(quotes().length, 2);
    }

    function _refusesSize(uint256 size, uint256 least) private {
        expectQuoteRevert(
            abi.encodeWithSelector(IQuoteBook.QuoteBook_SizeOutOfRange.selector, size, least, 10e18 + 1),
            size,
            30e6,
            DEADLINE
        );
    }

    function test_postQuote_refusesAnEmptyOffer() external {
        openPutSale(vault, 0, 20e6);
        expectQuoteRevert(
            abi.encodeWithSelector(IQuoteBook.QuoteBook_SizeOutOfRange.selector, 0, 0, 0), 0, 30e6, DEADLINE
        );
    }

    // ---- what it costs

    function test_postQuote_reservesThePremiumRoundedUp() external {
        openPutSale(vault, 3e18, 20e6);
        vm.expectEmit(address(book));
        emit IQuoteBook.QuotePosted(address(vault), 1, maker, 1.5e18 + 1, list(30e6 + 1), 30e6 + 1, DEADLINE);
        post(maker, 1.5e18 + 1, 30e6 + 1);
        PostedQuote memory quote = quotes()[0];
        assertEq(quote.maker, maker);
        assertEq(quote.size, 1.5e18 + 1);
        assertEq(quote.legPrices, list(30e6 + 1));
        assertEq(quote.premiumPerUnit, 30e6 + 1);
        assertEq(quote.reserved, 45e6 + 2);
        assertEq(uint256(quote.deadline), DEADLINE);
        assertEq(balance(maker), 1_000_000e6 - 45e6 - 2);
    }

    function test_postQuote_netsLegsAndReservesMargin() external {
        openMixedSale(4e18);
        vm.prank(maker);
        book.postQuote(address(vault), 4e18, list(5e6, 190e6, 60e6), DEADLINE);
        PostedQuote memory quote = quotes()[0];
        assertEq(quote.premiumPerUnit, 125e6);
        assertEq(quote.reserved, 500e6 + 8000e6);
        assertEq(balance(maker), 1_000_000e6 - 8500e6);
    }

    function test_postQuote_ratiosCountAndRoundDown() external {
        LegTemplate[] memory legs = new LegTemplate[](1);
        legs[0] = LegTemplate(true, false, 0.5e18);
        vault.open(legs, list(3100e8), 2e18, 0, 3100e6);
        vm.prank(maker);
        book.postQuote(address(vault), 2e18, list(11), DEADLINE);
        assertEq(quotes()[0].premiumPerUnit, 5);
        assertEq(quotes()[0].reserved, 10);
    }

    function test_postQuote_refusesToBePaid() external {
        openMixedSale(4e18);
        vm.expectRevert(abi.encodeWithSelector(IQuoteBook.QuoteBook_NegativePremium.selector, 64e6, 65e6));
        vm.prank(maker);
        book.postQuote(address(vault), 4e18, list(5e6, 64e6, 60e6), DEADLINE);
        vm.prank(maker);
        book.postQuote(address(vault), 4e18, list(5e6, 65e6, 60e6), DEADLINE);
        assertEq(quotes()[0].premiumPerUnit, 0);
    }

    function test_postQuote_refusesAnUnboundedMakerSide() external {
        LegTemplate[] memory legs = new LegTemplate[](1);
        legs[0] = LegTemplate(false, true, 1e18);
        vault.open(legs, list(3800e8), 1e18, 0, 1e6);
        vm.expectRevert(abi.encodeWithSelector(MarginMath.MarginMath_UnboundedUpwards.selector, -1e18));
        vm.prank(maker);
        book.postQuote(address(vault), 1e18, list(0), DEADLINE);
    }

    function test_postQuote_needsTheWholeReservation() external {
        address poor = newMaker("poor", 8500e6 - 1);
        openMixedSale(4e18);
        vm.expectRevert(abi.encodeWithSelector(IQuoteBook.QuoteBook_BalanceTooLow.selector, 8500e6 - 1, 8500e6));
        vm.prank(poor);
        book.postQuote(address(vault), 4e18, list(5e6, 190e6, 60e6), DEADLINE);
    }

    // ---- order and eviction

    function test_quotesOf_bestFirstThenEarliest() external {
        openPutSale();
        post(maker, 1e18, 30e6);
        post(rival, 2e18, 40e6);
        post(maker, 3e18, 30e6);
        post(rival, 4e18, 40e6);
        PostedQuote[] memory standing = quotes();
        assertEq(standing[0].size, 2e18);
        assertEq(standing[1].size, 4e18);
        assertEq(standing[2].size, 1e18);
        assertEq(standing[3].size, 3e18);
    }

    function test_postQuote_sixteenStandAndABetterOneEvictsTheLatestWorst() external {
        openPutSale();
        for (uint256 i; i < 14; ++i) {
            post(maker, 1e18, 30e6 + i);
        }
        address third = newMaker("third", 1000e6);
        post(third, 1e18, 29e6);
        post(rival, 2e18, 29e6);
        assertEq(balance(rival), 1_000_000e6 - 58e6);
        expectQuoteRevert(
            abi.encodeWithSelector(IQuoteBook.QuoteBook_NotBetterThanWorst.selector, 29e6, 29e6), 1e18, 29e6, DEADLINE
        );
        vm.expectEmit(address(book));
        emit IQuoteBook.QuoteReleased(address(vault), 1, rival, 58e6);
        post(maker, 3e18, 29e6 + 1);
        assertEq(balance(rival), 1_000_000e6);
        PostedQuote[] memory standing = quotes();
        assertEq(standing.length, 16);
        assertEq(standing[14].size, 3e18);
        assertEq(standing[15].maker, third);
        post(maker, 1e18, 31e6);
        assertEq(balance(third), 1000e6);
        assertEq(quotes()[15].premiumPerUnit, 29e6 + 1);
    }

    function test_makerAccountOf_differsByVaultEpochAndMaker() external {
        vm.expectRevert(abi.encodeWithSelector(IQuoteBook.QuoteBook_UnknownSale.selector, address(vault), 1));
        book.makerAccountOf(address(vault), 1, maker);
        openPutSale();
        post(maker, 10e18, 30e6);
        assertEq(ownAccount(maker).owner, maker);
        assertEq(ownAccount(rival).owner, rival);
        assertEq(uint256(ownAccount(maker).expiry), EXPIRY);
        assertEq(ownAccount(maker).settlementAsset, address(usd));
        assertEq(ownAccount(maker).underlying, address(weth));
        assertEq(ownAccount(maker).quote, address(usd));
        uint256 first = ownAccount(maker).subId;
        openPutSale();
        post(maker, 10e18, 30e6);
        uint256 second = book.makerAccountOf(address(vault), 2, maker).subId;
        vault = newVault();
        openPutSale();
        post(maker, 10e18, 30e6);
        uint256 other = ownAccount(maker).subId;
        assertNotEq(first, second);
        assertNotEq(first, other);
        assertNotEq(second, other);
    }

    function test_clearinghouse_isTheOneOfTheConstructor() external view {
        assertEq(book.clearinghouse(), address(house));
        assertEq(book.MAX_QUOTES(), 16);
    }
}

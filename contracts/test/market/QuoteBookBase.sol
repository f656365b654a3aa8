// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Clearinghouse} from "../../src/clearing/Clearinghouse.sol";
import {Account, PackageLeg} from "../../src/clearing/IClearinghouse.sol";
import {IQuoteBook, PostedQuote} from "../../src/market/IQuoteBook.sol";
import {QuoteBook} from "../../src/market/QuoteBook.sol";
import {SaleTerms} from "../../src/market/SaleTerms.sol";
import {FeedConfig} from "../../src/oracle/ISettlementOracle.sol";
import {SettlementOracle} from "../../src/oracle/SettlementOracle.sol";
import {LegTemplate} from "../../src/vault/IStrategyPolicy.sol";
import {Epoch} from "../../src/vault/IStrategyVault.sol";
import {BallastTest} from "../base/BallastTest.sol";
import {TestFeed} from "../base/TestFeed.sol";
import {TestToken} from "../base/TestToken.sol";
import {TestSaleVault} from "./TestSaleVault.sol";

/// @dev A real clearinghouse and oracle, a quote book, and a vault that states what the test wants. Ether at 3,400 dollars.
abstract contract QuoteBookBase is BallastTest {
    uint64 internal constant EXPIRY = uint64(START + 7 days);
    uint64 internal constant DEADLINE = uint64(START + 2 hours);

    Clearinghouse internal house;
    SettlementOracle internal oracle;
    QuoteBook internal book;
    TestFeed internal feed;
    TestToken internal usd;
    TestToken internal weth;
    TestSaleVault internal vault;
    address internal maker;
    address internal rival;

    function setUp() public virtual {
        vm.warp(START);
        usd = new TestToken("Dollar", "USD", 6);
        weth = new TestToken("Wrapped ether", "WETH", 18);
        feed = new TestFeed(8);
        feed.push(3400e8, START - 60);
        oracle = new SettlementOracle(address(this));
        oracle.setFeeds(address(weth), address(usd), FeedConfig(address(feed), address(0), 2 hours, 2 hours));
        house = new Clearinghouse(address(oracle));
        book = new QuoteBook(house);
        vault = newVault();
        maker = newMaker("maker", 1_000_000e6);
        rival = newMaker("rival", 1_000_000e6);
    }

    function newVault() internal returns (TestSaleVault) {
        return new TestSaleVault(book, house, usd, bookOf(usd));
    }

    function bookOf(TestToken settlementAsset) internal view returns (Account memory) {
        return Account(address(0), 0, address(weth), address(usd), address(settlementAsset), EXPIRY);
    }

    function newMaker(string memory name, uint256 assets) internal returns (address account) {
        account = named(name);
        usd.mint(account, assets);
        vm.startPrank(account);
        usd.approve(address(book), type(uint256).max);
        book.deposit(address(usd), assets);
        house.setAccountOperator(address(book), true);
        vm.stopPrank();
    }

    /// @dev −1 put at 3,100: ten packages, floor 20 dollars a package.
    function openPutSale() internal {
        openPutSale(vault, 10e18, 20e6);
    }

    function openPutSale(TestSaleVault seller, uint256 size, uint256 floor) internal {
        LegTemplate[] memory legs = new LegTemplate[](1);
        legs[0] = LegTemplate(true, false, 1e18);
        seller.open(legs, list(3100e8), size, floor, 3100e6 * size / 1e18 + 1);
    }

    /// @dev −1 call 3,400, +1 call 3,800, +1 put 2,000: the maker pays, and is short a put that costs 2,000 dollars of margin.
    function openMixedSale(uint256 size) internal {
        LegTemplate[] memory legs = new LegTemplate[](3);
        legs[0] = LegTemplate(true, true, 1e18);
        legs[1] = LegTemplate(false, false, 1e18);
        legs[2] = LegTemplate(false, true, 1e18);
        uint256[] memory strikes = new uint256[](3);
        (strikes[0], strikes[1], strikes[2]) = (2000e8, 3400e8, 3800e8);
        vault.open(legs, strikes, size, 0, 400e6 * size / 1e18 + 1);
    }

    function list(uint256 value) internal pure returns (uint256[] memory values) {
        values = new uint256[](1);
        values[0] = value;
    }

    function list(uint256 a, uint256 b, uint256 c) internal pure returns (uint256[] memory values) {
        values = new uint256[](3);
        (values[0], values[1], values[2]) = (a, b, c);
    }

    function post(address from, uint256 size, uint256 price) internal {
        vm.prank(from);
        book.postQuote(address(vault), size, list(price), DEADLINE);
    }

    function quotes() internal view returns (PostedQuote[] memory) {
        return book.quotesOf(address(vault), 1);
    }

    function balance(address who) internal view returns (uint256) {
        return book.balanceOf(who, address(usd));
    }

    function toSaleEnd() internal {
        vm.warp(START + 1 hours);
    }

    /// @dev A final price for the week.
    function settlePrice(int256 price) internal {
        vm.warp(EXPIRY - 10);
        feed.push(price, EXPIRY - 10);
        vm.warp(EXPIRY + 10);
        uint80 round = feed.push(price, EXPIRY);
        oracle.settle(address(weth), address(usd), EXPIRY, round);
    }

    /// @dev Long and short sizes of the first leg in an account.
    function positionOf(Account memory account) internal view returns (int256) {
        (, int256[] memory sizes) = house.positionsOf(account);
        return sizes.length == 0 ? int256(0) : sizes[0];
    }

    function ownAccount(address who) internal view returns (Account memory) {
        return book.makerAccountOf(address(vault), 1, who);
    }

    function expectQuoteRevert(bytes memory revertData, uint256 size, uint256 price, uint64 deadline) internal {
        vm.expectRevert(revertData);
        vm.prank(maker);
        book.postQuote(address(vault), size, list(price), deadline);
    }

    function saleNotOpen(uint64 saleEnd) internal view returns (bytes memory) {
        return abi.encodeWithSelector(IQuoteBook.QuoteBook_SaleNotOpen.selector, address(vault), saleEnd);
    }

    /// @dev What the book reads of a sale of one leg.
    function termsOf(TestSaleVault seller) internal view returns (SaleTerms memory terms) {
        Epoch memory epoch = seller.epoch();
        terms.account = seller.marginAccount();
        terms.selling = true;
        terms.epoch = epoch.number;
        terms.saleEnd = epoch.saleEnd;
        terms.clearEnd = epoch.clearEnd;
        terms.sizeOffered = epoch.sizeOffered;
        terms.floorPerUnit = epoch.floorPerUnit;
        terms.legs = new PackageLeg[](1);
        terms.legs[0] = PackageLeg(epoch.seriesIds[0], false, 1e18);
    }
}

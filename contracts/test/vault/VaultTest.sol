// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Clearinghouse} from "../../src/clearing/Clearinghouse.sol";
import {IClearinghouse} from "../../src/clearing/IClearinghouse.sol";
import {QuoteBook} from "../../src/market/QuoteBook.sol";
import {FeedConfig} from "../../src/oracle/ISettlementOracle.sol";
import {SettlementOracle} from "../../src/oracle/SettlementOracle.sol";
import {LegBounds, LegTemplate, Terms} from "../../src/vault/IStrategyPolicy.sol";
import {Requests, VaultConfig} from "../../src/vault/IStrategyVault.sol";
import {StrategyPolicy} from "../../src/vault/StrategyPolicy.sol";
import {StrategyVault} from "../../src/vault/StrategyVault.sol";
import {BallastTest} from "../base/BallastTest.sol";
import {TestFeed} from "../base/TestFeed.sol";
import {TestToken} from "../base/TestToken.sol";

/// @notice The three configurations of the vault on the real clearinghouse, oracle and quote book, and verbs to live through epochs.
/// @dev Spot is 3,000 at the start. Sale 1 h, clear window 1 h, tenor 1 to 14 days, open window 3 days, minimum a thousandth (WETH) or
/// 10 (USDC), no fees and no cap unless a test sets them.
abstract contract VaultTest is BallastTest {
    uint64 internal constant EXPIRY = uint64(START + 7 days);
    uint256 internal constant SPOT = 3_000e8;
    uint256 internal constant CALL_STRIKE = 3_300e8;

    TestToken internal weth;
    TestToken internal usdc;
    TestFeed internal feed;
    SettlementOracle internal oracle;
    Clearinghouse internal house;
    QuoteBook internal book;
    StrategyPolicy internal callPolicy;
    StrategyPolicy internal putPolicy;
    StrategyPolicy internal condorPolicy;
    StrategyVault internal callVault;
    StrategyVault internal putVault;
    StrategyVault internal condorVault;

    address internal alice = named("alice");
    address internal bob = named("bob");
    address internal carol = named("carol");
    address internal mallory = named("mallory");
    address internal maker = named("maker");
    address internal curator = named("curator");
    address internal guardian = named("guardian");
    address internal treasury = named("treasury");

    function setUp() public virtual {
        vm.warp(START);
        weth = new TestToken("Wrapped Ether", "WETH", 18);
        usdc = new TestToken("USD Coin", "USDC", 6);
        feed = new TestFeed(8);
        feed.push(int256(SPOT), START);
        oracle = new SettlementOracle(address(this));
        oracle.setFeeds(address(weth), address(usdc), FeedConfig(address(feed), address(0), 1 hours, 365 days));
        house = new Clearinghouse(address(oracle));
        book = new QuoteBook(IClearinghouse(address(house)));
        callPolicy = _policy(_legs(1), _bounds(1), termsOf(1e15));
        putPolicy = _policy(_legs(2), _bounds(2), termsOf(10e6));
        condorPolicy = _policy(_legs(4), _bounds(4), termsOf(10e6));
        callVault = newVault(weth, callPolicy);
        putVault = newVault(usdc, putPolicy);
        condorVault = newVault(usdc, condorPolicy);
        _fundMaker();
    }

    // ---- what is deployed

    function newVault(TestToken asset, StrategyPolicy policy) internal returns (StrategyVault) {
        return new StrategyVault(
            VaultConfig({
                name: "Ballast Test",
                symbol: "bTEST",
                asset: address(asset),
                underlying: address(weth),
                quote: address(usdc),
                clearinghouse: address(house),
                quoteBook: address(book),
                policy: address(policy)
            })
        );
    }

    function termsOf(uint256 minRequest) internal view returns (Terms memory) {
        return Terms({
            minTenor: 1 days,
            maxTenor: 14 days,
            saleDuration: 1 hours,
            clearWindow: 1 hours,
            openWindow: 3 days,
            maxLossBps: 10_000,
            managementFeeBps: 0,
            performanceFeeBps: 0,
            cap: type(uint128).max,
            minRequest: minRequest,
            feeRecipient: treasury
        });
    }

    function setFees(StrategyPolicy policy, uint16 managementBps, uint16 performanceBps) internal {
        Terms memory terms = policy.terms();
        terms.managementFeeBps = managementBps;
        terms.performanceFeeBps = performanceBps;
        policy.setTerms(terms);
    }

    function setCap(StrategyPolicy policy, uint256 cap) internal {
        Terms memory terms = policy.terms();
        terms.cap = cap;
        policy.setTerms(terms);
    }

    // ---- depositors

    function request(StrategyVault vault, address who, uint256 assets) internal {
        TestToken asset = TestToken(vault.asset());
        asset.mint(who, assets);
        vm.prank(who);
        asset.approve(address(vault), assets);
        vm.prank(who);
        vault.requestDeposit(assets, who, who);
    }

    /// @dev Deposits, waits out the open window, and claims: shares in the wallet at the last price.
    function enter(StrategyVault vault, address who, uint256 assets) internal returns (uint256 shares) {
        request(vault, who, assets);
        closeEmpty(vault);
        return claimShares(vault, who);
    }

    function claimShares(StrategyVault vault, address who) internal returns (uint256 shares) {
        uint256 assets = vault.maxDeposit(who);
        vm.prank(who);
        return vault.deposit(assets, who, who);
    }

    function requestRedeem(StrategyVault vault, address who, uint256 shares) internal {
        vm.prank(who);
        vault.requestRedeem(shares, who, who);
    }

    function claimAssets(StrategyVault vault, address who) internal returns (uint256 assets) {
        uint256 shares = vault.maxRedeem(who);
        vm.prank(who);
        return vault.redeem(shares, who, who);
    }

    // ---- epochs

    function closeEmpty(StrategyVault vault) internal {
        vm.warp(uint256(vault.idleSince()) + 3 days);
        vault.closeEmptyEpoch();
    }

    /// @dev The first 08:00 UTC at least six days ahead.
    function nextExpiry() internal view returns (uint64) {
        return uint64((block.timestamp + 6 days) / 1 days * 1 days + 1 days + 8 hours);
    }

    function strikesOf(uint256 a) internal pure returns (uint256[] memory strikes) {
        strikes = new uint256[](1);
        strikes[0] = a;
    }

    function condorStrikes() internal pure returns (uint256[] memory strikes) {
        strikes = new uint256[](4);
        strikes[0] = 2_500e8;
        strikes[1] = 2_700e8;
        strikes[2] = 3_300e8;
        strikes[3] = 3_500e8;
    }

    function open(StrategyVault vault, uint256[] memory strikes, uint256 floorPerUnit)
        internal
        returns (uint64 expiry)
    {
        expiry = nextExpiry();
        vm.prank(curator);
        vault.openEpoch(strikes, expiry, floorPerUnit);
    }

    /// @dev The maker bids `legPrice` for the first sold leg of `size` packages, and zero for the others.
    function bid(StrategyVault vault, uint256 size, uint256 legPrice) internal {
        LegTemplate[] memory legs = StrategyPolicy(vault.policy()).legs();
        uint256[] memory prices = new uint256[](legs.length);
        bool priced;
        for (uint256 i; i < legs.length; ++i) {
            if (legs[i].isLong || priced) continue;
            prices[i] = legPrice;
            priced = true;
        }
        uint64 deadline = vault.epoch().clearEnd;
        vm.prank(maker);
        book.postQuote(address(vault), size, prices, deadline);
    }

    function clear(StrategyVault vault) internal {
        vm.warp(vault.epoch().saleEnd);
        book.clear(address(vault));
    }

    /// @dev Opens and sells everything at `legPrice` for the first sold leg.
    function sellAll(StrategyVault vault, uint256[] memory strikes, uint256 legPrice) internal returns (uint64 expiry) {
        expiry = open(vault, strikes, 0);
        bid(vault, vault.epoch().sizeOffered, legPrice);
        clear(vault);
    }

    function fixPrice(uint64 expiry, uint256 price) internal {
        vm.warp(expiry);
        uint80 roundId = feed.push(int256(price), expiry);
        oracle.settle(address(weth), address(usdc), expiry, roundId);
    }

    function settleAt(StrategyVault vault, uint256 price) internal {
        fixPrice(vault.epoch().expiry, price);
        vault.settleEpoch();
    }

    function requestsOf(StrategyVault vault, address who) internal view returns (Requests memory) {
        return vault.requestsOf(who);
    }

    // ---- private

    function _policy(LegTemplate[] memory legs, LegBounds[] memory bounds, Terms memory terms)
        internal
        returns (StrategyPolicy)
    {
        return new StrategyPolicy(address(this), legs, bounds, terms, curator, guardian);
    }

    /// @dev 1: covered call, 2: cash-secured put, 4: iron condor.
    function _legs(uint256 kind) internal pure returns (LegTemplate[] memory legs) {
        legs = new LegTemplate[](kind == 4 ? 4 : 1);
        if (kind == 1) legs[0] = LegTemplate(false, false, 1e18);
        if (kind == 2) legs[0] = LegTemplate(true, false, 1e18);
        if (kind != 4) return legs;
        legs[0] = LegTemplate(true, true, 1e18);
        legs[1] = LegTemplate(true, false, 1e18);
        legs[2] = LegTemplate(false, false, 1e18);
        legs[3] = LegTemplate(false, true, 1e18);
    }

    function _bounds(uint256 kind) internal pure returns (LegBounds[] memory bounds) {
        bounds = new LegBounds[](kind == 4 ? 4 : 1);
        for (uint256 i; i < bounds.length; ++i) {
            bounds[i] = LegBounds(5_000, 20_000);
        }
    }

    function _fundMaker() private {
        vm.startPrank(maker);
        house.setAccountOperator(address(book), true);
        weth.mint(maker, 1e30);
        usdc.mint(maker, 1e24);
        weth.approve(address(book), 1e30);
        usdc.approve(address(book), 1e24);
        book.deposit(address(weth), 1e30);
        book.deposit(address(usdc), 1e24);
        vm.stopPrank();
    }
}

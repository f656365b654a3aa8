// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Clearinghouse} from "../../src/clearing/Clearinghouse.sol";
import {Account, Series} from "../../src/clearing/IClearinghouse.sol";
import {Health, Liquidation, WrittenLeg} from "../../src/portfolio/IPortfolioClearinghouse.sol";
import {PortfolioClearinghouse} from "../../src/portfolio/PortfolioClearinghouse.sol";
import {RiskBounds} from "../../src/portfolio/RiskBounds.sol";
import {BallastTest} from "../base/BallastTest.sol";
import {TestFeed} from "../base/TestFeed.sol";
import {TestToken} from "../base/TestToken.sol";

/// @notice What the handler plays with.
struct PortfolioWorld {
    Clearinghouse house;
    PortfolioClearinghouse portfolio;
    RiskBounds bounds;
    TestFeed feed;
    TestToken weth;
    TestToken usd;
    uint64 expiry;
}

/// @title PortfolioHandler
/// @notice Four people with portfolio accounts in two books, a spot that wanders and jumps, liquidations by whoever comes. It notes, at each slice, what
/// invariant 10 says about it, because only a call sees both sides of itself.
contract PortfolioHandler is BallastTest {
    uint256 public constant PEOPLE = 4;
    uint256 private constant STRIKES = 8;

    PortfolioWorld internal world;
    address[] internal people;
    uint256[] public portfolioSeries;
    uint256[] public backedSeries;
    mapping(uint256 seriesId => bool known) private isKnown;

    mapping(address asset => uint256 assets) public paidIn;
    mapping(address asset => uint256 assets) public paidOut;
    mapping(bytes4 action => uint256 count) public succeeded;
    uint256 public totalSucceeded;
    /// @notice Slices after which the account held a smaller part of its maintenance margin.
    uint256 public worsened;
    /// @notice Slices that took more than f of the slice's collateral from the account, or more than the slice's maintenance margin in all.
    uint256 public overpaid;
    /// @notice Slices that changed an account that was neither the one sliced nor the taker, or a fully backed position.
    uint256 public touched;

    constructor(PortfolioWorld memory world_) {
        world = world_;
        string[4] memory names = ["eve", "fay", "gus", "hal"];
        for (uint256 i; i < PEOPLE; ++i) {
            people.push(named(names[i]));
            world.weth.mint(people[i], 1e27);
            world.usd.mint(people[i], 1e21);
            vm.startPrank(people[i]);
            world.weth.approve(address(world.portfolio), type(uint256).max);
            world.usd.approve(address(world.portfolio), type(uint256).max);
            world.weth.approve(address(world.house), type(uint256).max);
            world.usd.approve(address(world.house), type(uint256).max);
            world.house.setOperator(address(world.portfolio), true);
            world.portfolio.openAccount(accountAt(i, true), world.bounds.termsOf(accountAt(i, true)));
            world.portfolio.openAccount(accountAt(i, false), world.bounds.termsOf(accountAt(i, false)));
            vm.stopPrank();
        }
    }

    modifier counted() {
        _;
        ++succeeded[msg.sig];
        ++totalSucceeded;
    }

    // ---- what the runner calls

    function depositCollateral(uint256 who, uint256 inKind, uint256 assets) external counted {
        _deposit(accountAt(who % PEOPLE, inKind % 2 == 0), bound(assets, 0, inKind % 2 == 0 ? 3e18 : 6_000e6));
    }

    function withdrawCollateral(uint256 who, uint256 inKind, uint256 assets) external counted {
        Account memory account = accountAt(who % PEOPLE, inKind % 2 == 0);
        Health memory health = world.portfolio.healthOf(account);
        uint256 free = health.collateral > health.initial ? health.collateral - health.initial : 0;
        // One call in eight asks for a unit too much.
        assets = assets % 8 == 0 ? free + 1 : bound(assets, 0, free);
        vm.prank(account.owner);
        world.portfolio.withdrawCollateral(account, assets, account.owner);
        paidOut[account.settlementAsset] += assets;
    }

    /// @dev Brings exactly the initial margin: what falls a little is soon below maintenance.
    function write(uint256 who, uint256 inKind, uint256 strike, uint256 size, uint256 to) external counted {
        Account memory account = accountAt(who % PEOPLE, inKind % 2 == 0);
        uint256 id = _portfolioSeries(strike, size % 2 == 0, inKind % 2 == 0);
        WrittenLeg[] memory legs = new WrittenLeg[](1);
        legs[0] = WrittenLeg(id, bound(size, 0.01e18, 5e18));
        uint256 premium = legs[0].size * (inKind % 2 == 0 ? 1e18 : 2_000e6) / 50e18;
        _deposit(account, (inKind % 2 == 0 ? legs[0].size : legs[0].size * 1_500e6 / 1e18) + 10);
        vm.prank(account.owner);
        world.portfolio.write(account, legs, premium, people[to % PEOPLE]);
        paidIn[account.settlementAsset] += premium;
        _withdrawFree(account);
    }

    function burn(uint256 who, uint256 inKind, uint256 which) external counted {
        Account memory account = accountAt(who % PEOPLE, inKind % 2 == 0);
        (uint256 id, int256 held) = _leg(account, which, false);
        for (uint256 i; i < PEOPLE; ++i) {
            uint256 balance = world.portfolio.balanceOf(people[i], id);
            if (balance == 0) continue;
            uint256 size = balance < uint256(-held) ? balance : uint256(-held);
            vm.prank(people[i]);
            world.portfolio.transfer(account.owner, id, size);
            vm.prank(account.owner);
            world.portfolio.burn(account, id, size);
            return;
        }
        revert("nobody holds any");
    }

    /// @dev A fully backed put or coin call, written by the next person in full mode.
    function depositLong(uint256 who, uint256 inKind, uint256 strike, uint256 size) external counted {
        bool coin = inKind % 2 == 0;
        Account memory account = accountAt(who % PEOPLE, coin);
        Account memory writer = accountAt((who + 1) % PEOPLE, coin);
        uint256 id = _backedSeries(strike, coin);
        size = bound(size, 1, 5e18);
        vm.startPrank(writer.owner);
        world.house.depositCollateral(writer, coin ? size : size * 4_000e6 / 1e18 + 1);
        world.house.write(writer, id, size, account.owner);
        vm.stopPrank();
        vm.prank(account.owner);
        world.portfolio.depositLong(account, id, size);
    }

    function withdrawLong(uint256 who, uint256 inKind, uint256 which, uint256 size) external counted {
        Account memory account = accountAt(who % PEOPLE, inKind % 2 == 0);
        (uint256 id, int256 held) = _leg(account, which, true);
        vm.prank(account.owner);
        world.portfolio.withdrawLong(account, id, bound(size, 1, uint256(held)), account.owner);
    }

    /// @dev Five minutes to an hour later the spot is up to 12 % away, drawn back to 2,000; one move in sixteen is a jump of up to 45 %.
    function moveSpot(uint256 time, uint256 move) external counted {
        uint256 most = move % 16 == 0 ? 4_500 : 1_200;
        _pushSpot(
            10_000 - most + uint256(keccak256(abi.encode(move))) % (2 * most + 1), bound(time, 5 minutes, 1 hours)
        );
    }

    function startLiquidation(uint256 who) external counted {
        world.portfolio.startLiquidation(_unhealthy(who));
    }

    function liquidate(uint256 who, uint256 taker, uint256 sliceBps) external counted {
        Account memory account = _unhealthy(who);
        uint256 index = taker % PEOPLE;
        if (people[index] == account.owner) index = (index + 1) % PEOPLE;
        Account memory by = accountAt(index, account.settlementAsset == address(world.weth));
        _deposit(by, by.settlementAsset == address(world.weth) ? 20e18 : 40_000e6);
        if (world.portfolio.auctionOf(account).startedAt == 0) world.portfolio.startLiquidation(account);
        _slice(account, by, bound(sliceBps, 500, 2_000));
        _withdrawFree(by);
    }

    /// @dev The owner adds what is missing, and the auction ends.
    function endLiquidation(uint256 who) external counted {
        for (uint256 i; i < 2 * PEOPLE; ++i) {
            Account memory account = accountAt((who % PEOPLE + i / 2) % PEOPLE, i % 2 == 0);
            if (world.portfolio.auctionOf(account).startedAt == 0) continue;
            Health memory health = world.portfolio.healthOf(account);
            if (health.collateral < health.maintenance) _deposit(account, health.maintenance - health.collateral);
            world.portfolio.endLiquidation(account);
            return;
        }
        revert("no auction");
    }

    function contribute(uint256 inKind, uint256 assets) external counted {
        Account memory market = accountAt(0, inKind % 2 == 0);
        assets = bound(assets, 0, inKind % 2 == 0 ? 1e18 : 500e6);
        vm.prank(market.owner);
        world.portfolio.contribute(market, assets);
        paidIn[market.settlementAsset] += assets;
    }

    // ---- what the invariants read and the end of a run calls

    function accountAt(uint256 who, bool inKind) public view returns (Account memory) {
        (address weth, address usd) = (address(world.weth), address(world.usd));
        return Account(people[who], 1, weth, usd, inKind ? weth : usd, world.expiry);
    }

    function personAt(uint256 index) external view returns (address) {
        return people[index];
    }

    function seriesCount() external view returns (uint256 ofPortfolio, uint256 backed) {
        return (portfolioSeries.length, backedSeries.length);
    }

    // ---- private

    function _slice(Account memory account, Account memory by, uint256 sliceBps) private {
        Health memory before = world.portfolio.healthOf(account);
        uint256 factor = world.portfolio.auctionOf(account).factorBps;
        bytes32 others = _others(account, by);
        vm.prank(by.owner);
        (uint256 fromAccount, uint256 fromFund) = world.portfolio.liquidate(Liquidation(account, by, sliceBps, 0));
        Health memory rest = world.portfolio.healthOf(account);
        if (rest.collateral * before.maintenance < before.collateral * rest.maintenance) ++worsened;
        uint256 capped = factor < 10_000 ? factor : 10_000;
        bool tooMuch = fromAccount * 1e8 > before.collateral * capped * sliceBps;
        if (tooMuch || (fromAccount + fromFund) * 10_000 > before.maintenance * sliceBps) ++overpaid;
        if (_others(account, by) != others) ++touched;
    }

    /// @dev Everything of everybody else in one word, the full-mode accounts of all included.
    function _others(Account memory account, Account memory by) private view returns (bytes32 digest) {
        for (uint256 i; i < 2 * PEOPLE; ++i) {
            Account memory other = accountAt(i / 2, i % 2 == 0);
            (uint256[] memory ids, int256[] memory sizes) = world.house.positionsOf(other);
            digest = keccak256(abi.encode(digest, world.house.collateralOf(other), ids, sizes));
            bool sameBook = other.settlementAsset == account.settlementAsset;
            if (sameBook && (other.owner == account.owner || other.owner == by.owner)) continue;
            (ids, sizes) = world.portfolio.positionsOf(other);
            digest = keccak256(abi.encode(digest, world.portfolio.collateralOf(other), ids, sizes));
        }
    }

    /// @dev The first account below maintenance; if there is none, somebody takes out what is free and the spot jumps.
    function _unhealthy(uint256 who) private returns (Account memory account) {
        for (uint256 i; i < 6 * PEOPLE; ++i) {
            account = accountAt((who % PEOPLE + i / 2) % PEOPLE, i % 2 == 0);
            Health memory health = world.portfolio.healthOf(account);
            if (health.collateral < health.maintenance) return account;
            if (health.maintenance == 0) continue;
            if (health.collateral >= health.initial) _withdrawFree(account);
            if (i == 2 * PEOPLE) _pushSpot(7_000, 10 minutes);
            if (i == 4 * PEOPLE) _pushSpot(19_000, 10 minutes);
        }
        revert("all are healthy");
    }

    function _pushSpot(uint256 bps, uint256 time) private {
        uint256 later = block.timestamp + time;
        vm.warp(later < world.expiry ? later : world.expiry - 1);
        (, int256 answer,,,) = world.feed.latestRoundData();
        uint256 next = (uint256(answer) * 3 + 2_000e8) / 4 * bps / 10_000;
        world.feed.push(int256(bound(next, 200e8, 8_000e8)), block.timestamp);
    }

    function _leg(Account memory account, uint256 which, bool long) private view returns (uint256 id, int256 held) {
        (uint256[] memory ids, int256[] memory sizes) = world.portfolio.positionsOf(account);
        for (uint256 i; i < ids.length; ++i) {
            uint256 index = (which % ids.length + i) % ids.length;
            if (sizes[index] > 0 == long) return (ids[index], sizes[index]);
        }
        revert("no such leg");
    }

    function _deposit(Account memory account, uint256 assets) private {
        vm.prank(account.owner);
        world.portfolio.depositCollateral(account, assets);
        paidIn[account.settlementAsset] += assets;
    }

    function _withdrawFree(Account memory account) private {
        Health memory health = world.portfolio.healthOf(account);
        uint256 free = health.collateral - health.initial;
        vm.prank(account.owner);
        world.portfolio.withdrawCollateral(account, free, account.owner);
        paidOut[account.settlementAsset] += free;
    }

    function _strike(uint256 seed) private pure returns (uint256) {
        return 1_300e8 + (seed % STRIKES) * 200e8;
    }

    function _portfolioSeries(uint256 strike, bool isPut, bool inKind) private returns (uint256 id) {
        id = world.portfolio.createSeries(_terms(strike, isPut, inKind, false));
        if (isKnown[id]) return id;
        isKnown[id] = true;
        portfolioSeries.push(id);
    }

    function _backedSeries(uint256 strike, bool inKind) private returns (uint256 id) {
        id = world.house.createSeries(_terms(strike, !inKind, inKind, true));
        if (isKnown[id]) return id;
        isKnown[id] = true;
        backedSeries.push(id);
    }

    function _terms(uint256 strike, bool isPut, bool inKind, bool backed) private view returns (Series memory) {
        (address weth, address usd) = (address(world.weth), address(world.usd));
        return Series(weth, usd, inKind ? weth : usd, _strike(strike), world.expiry, isPut, backed);
    }
}

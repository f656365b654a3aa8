// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Clearinghouse} from "../../src/clearing/Clearinghouse.sol";
import {Account, PackageLeg, Series} from "../../src/clearing/IClearinghouse.sol";
import {FeedConfig} from "../../src/oracle/ISettlementOracle.sol";
import {SettlementOracle} from "../../src/oracle/SettlementOracle.sol";
import {BallastTest} from "../base/BallastTest.sol";
import {TestFeed} from "../base/TestFeed.sol";
import {TestToken} from "../base/TestToken.sol";

/// @notice The real oracle and clearinghouse, WETH of 18 decimals against USD of 6, one expiry a week ahead, three people with money.
abstract contract ClearinghouseBase is BallastTest {
    uint64 internal constant EXPIRY = uint64(START + 7 days);

    address internal immutable alice = named("alice");
    address internal immutable bob = named("bob");
    address internal immutable carol = named("carol");

    TestFeed internal feed;
    TestToken internal weth;
    TestToken internal usd;
    SettlementOracle internal oracle;
    Clearinghouse internal house;

    function setUp() public virtual {
        vm.warp(START);
        feed = new TestFeed(8);
        feed.push(2000e8, START - 60);
        weth = new TestToken("Wrapped Ether", "WETH", 18);
        usd = new TestToken("Dollar", "USD", 6);
        oracle = new SettlementOracle(address(this));
        oracle.setFeeds(address(weth), address(usd), FeedConfig(address(feed), address(0), 2 hours, 3 hours));
        house = new Clearinghouse(address(oracle));
        address[3] memory people = [alice, bob, carol];
        for (uint256 i; i < 3; ++i) {
            weth.mint(people[i], 1_000_000e18);
            usd.mint(people[i], 1_000_000_000e6);
            vm.startPrank(people[i]);
            weth.approve(address(house), type(uint256).max);
            usd.approve(address(house), type(uint256).max);
            vm.stopPrank();
        }
    }

    function _terms(uint256 strike, bool isPut, TestToken settlement) internal view returns (Series memory) {
        return Series(address(weth), address(usd), address(settlement), strike, EXPIRY, isPut, true);
    }

    function _put(uint256 strike) internal returns (uint256) {
        return house.createSeries(_terms(strike, true, usd));
    }

    function _call(uint256 strike) internal returns (uint256) {
        return house.createSeries(_terms(strike, false, usd));
    }

    function _coinCall(uint256 strike) internal returns (uint256) {
        return house.createSeries(_terms(strike, false, weth));
    }

    function _coinPut(uint256 strike) internal returns (uint256) {
        return house.createSeries(_terms(strike, true, weth));
    }

    function _account(address owner, TestToken settlement) internal view returns (Account memory) {
        return Account(owner, 1, address(weth), address(usd), address(settlement), EXPIRY);
    }

    function _usd(address owner) internal view returns (Account memory) {
        return _account(owner, usd);
    }

    function _coin(address owner) internal view returns (Account memory) {
        return _account(owner, weth);
    }

    function _id(Account memory account) internal pure returns (bytes32) {
        return keccak256(abi.encode(account));
    }

    function _deposit(Account memory account, uint256 assets) internal {
        vm.prank(account.owner);
        house.depositCollateral(account, assets);
    }

    function _write(Account memory account, uint256 seriesId, uint256 size, address receiver) internal {
        vm.prank(account.owner);
        house.write(account, seriesId, size, receiver);
    }

    /// @dev Both owners let this contract act, as makers and vaults let the quote book.
    function _allow(address owner) internal {
        vm.prank(owner);
        house.setAccountOperator(address(this), true);
    }

    function _legs(uint256 seriesId, bool isLong, uint256 ratio) internal pure returns (PackageLeg[] memory legs) {
        legs = new PackageLeg[](1);
        legs[0] = PackageLeg(seriesId, isLong, ratio);
    }

    function _condor() internal returns (PackageLeg[] memory legs) {
        legs = new PackageLeg[](4);
        legs[0] = PackageLeg(_put(1700e8), true, 1e18);
        legs[1] = PackageLeg(_put(1800e8), false, 1e18);
        legs[2] = PackageLeg(_call(2200e8), false, 1e18);
        legs[3] = PackageLeg(_call(2300e8), true, 1e18);
    }

    function _finalPrice(uint256 price) internal {
        feed.push(2000e8, EXPIRY - 60);
        uint80 proof = feed.push(int256(price), EXPIRY + 60);
        vm.warp(EXPIRY + 60);
        oracle.settle(address(weth), address(usd), EXPIRY, proof);
    }

    function _size(Account memory account, uint256 seriesId) internal view returns (int256) {
        (uint256[] memory ids, int256[] memory sizes) = house.positionsOf(account);
        for (uint256 i; i < ids.length; ++i) {
            if (ids[i] == seriesId) return sizes[i];
        }
        return 0;
    }

    function _assertBalanced(uint256 seriesId) internal view {
        assertEq(house.totalShort(seriesId), house.totalSupply(seriesId));
    }
}

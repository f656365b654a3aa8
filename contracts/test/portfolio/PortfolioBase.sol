// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Account, Series} from "../../src/clearing/IClearinghouse.sol";
import {Health, Liquidation, WrittenLeg} from "../../src/portfolio/IPortfolioClearinghouse.sol";
import {RiskParameters} from "../../src/portfolio/IRiskBounds.sol";
import {PortfolioClearinghouse} from "../../src/portfolio/PortfolioClearinghouse.sol";
import {RiskBounds} from "../../src/portfolio/RiskBounds.sol";
import {TestToken} from "../base/TestToken.sol";
import {ClearinghouseBase} from "../clearing/ClearinghouseBase.sol";

/// @notice The portfolio clearinghouse beside the other one: spot 2,000, initial ±30 % and a floor of 10 %, maintenance ±20 % and 5 %, slices of a fifth.
abstract contract PortfolioBase is ClearinghouseBase {
    RiskBounds internal bounds;
    PortfolioClearinghouse internal portfolio;

    function setUp() public virtual override {
        super.setUp();
        bounds = new RiskBounds(address(this), address(0), 0);
        bounds.setParameters(address(weth), address(usd), _parameters());
        portfolio = new PortfolioClearinghouse(address(house), address(bounds));
        address[3] memory people = [alice, bob, carol];
        for (uint256 i; i < 3; ++i) {
            vm.startPrank(people[i]);
            weth.approve(address(portfolio), type(uint256).max);
            usd.approve(address(portfolio), type(uint256).max);
            house.setOperator(address(portfolio), true);
            vm.stopPrank();
        }
    }

    function _parameters() internal pure returns (RiskParameters memory) {
        return RiskParameters({
            initialDownBps: 3_000,
            initialUpBps: 3_000,
            initialFloorBps: 1_000,
            maintenanceDownBps: 2_000,
            maintenanceUpBps: 2_000,
            maintenanceFloorBps: 500,
            startFactorBps: 5_000,
            maxFactorBps: 15_000,
            sliceBps: 2_000,
            fundShareBps: 500,
            riseSeconds: 1 hours,
            auctionSeconds: 4 hours,
            pauseSeconds: 10 minutes,
            leastShort: 0.01e18
        });
    }

    function _seriesTerms(uint256 strike, bool isPut, TestToken settlement) internal view returns (Series memory) {
        return Series(address(weth), address(usd), address(settlement), strike, EXPIRY, isPut, false);
    }

    function _pfPut(uint256 strike) internal returns (uint256) {
        return portfolio.createSeries(_seriesTerms(strike, true, usd));
    }

    function _pfCall(uint256 strike) internal returns (uint256) {
        return portfolio.createSeries(_seriesTerms(strike, false, usd));
    }

    function _pfCoinCall(uint256 strike) internal returns (uint256) {
        return portfolio.createSeries(_seriesTerms(strike, false, weth));
    }

    function _pfCoinPut(uint256 strike) internal returns (uint256) {
        return portfolio.createSeries(_seriesTerms(strike, true, weth));
    }

    function _open(Account memory account, uint256 assets) internal {
        bytes32 terms = bounds.termsOf(account);
        vm.startPrank(account.owner);
        portfolio.openAccount(account, terms);
        portfolio.depositCollateral(account, assets);
        vm.stopPrank();
    }

    function _one(uint256 id, uint256 size) internal pure returns (WrittenLeg[] memory legs) {
        legs = new WrittenLeg[](1);
        legs[0] = WrittenLeg(id, size);
    }

    function _sell(Account memory account, uint256 id, uint256 size, address receiver) internal {
        vm.prank(account.owner);
        portfolio.write(account, _one(id, size), 0, receiver);
    }

    /// @dev `owner` puts a fully backed long option that carol writes into the account.
    function _holdLong(Account memory account, uint256 id, uint256 size) internal {
        Account memory writer = _account(carol, account.settlementAsset == address(usd) ? usd : weth);
        _deposit(writer, account.settlementAsset == address(usd) ? 10_000e6 * size / 1e18 + 1 : size * 2);
        _write(writer, id, size, account.owner);
        vm.prank(account.owner);
        portfolio.depositLong(account, id, size);
    }

    function _spot(uint256 price) internal {
        feed.push(int256(price), block.timestamp);
    }

    function _health(Account memory account) internal view returns (Health memory) {
        return portfolio.healthOf(account);
    }

    function _liquidate(Account memory account, Account memory taker, uint256 sliceBps)
        internal
        returns (uint256 fromAccount, uint256 fromFund)
    {
        vm.prank(taker.owner);
        return portfolio.liquidate(Liquidation(account, taker, sliceBps, 0));
    }

    function _contribute(TestToken token, uint256 assets) internal {
        token.mint(address(this), assets);
        token.approve(address(portfolio), assets);
        portfolio.contribute(_account(alice, token), assets);
    }

    function _settleAll(Account[] memory accounts) internal {
        portfolio.settleAccounts(accounts);
    }

    function _settleOne(Account memory account) internal {
        Account[] memory accounts = new Account[](1);
        accounts[0] = account;
        portfolio.settleAccounts(accounts);
    }

    function _pfSize(Account memory account, uint256 seriesId) internal view returns (int256) {
        (uint256[] memory ids, int256[] memory sizes) = portfolio.positionsOf(account);
        for (uint256 i; i < ids.length; ++i) {
            if (ids[i] == seriesId) return sizes[i];
        }
        return 0;
    }
}

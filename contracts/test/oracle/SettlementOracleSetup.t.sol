// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {FeedConfig, ISettlementOracle} from "../../src/oracle/ISettlementOracle.sol";
import {SettlementOracleBase} from "./SettlementOracleBase.sol";
import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";

contract SettlementOracleSetupTest is SettlementOracleBase {
    function test_SetFeeds_OwnerOnly() external {
        vm.expectRevert(abi.encodeWithSelector(Ownable.OwnableUnauthorizedAccount.selector, address(this)));
        oracle.setFeeds(weth, usd, _config());
    }

    function test_SetFeeds_RecordsAndTells() external {
        FeedConfig memory config = FeedConfig(address(second), address(0), 1 days, 1);
        vm.expectEmit(address(oracle));
        emit ISettlementOracle.FeedsSet(usd, weth, config);
        vm.prank(owner);
        oracle.setFeeds(usd, weth, config);
        _assertConfig(oracle.feedsOf(usd, weth), config);
        _assertConfig(oracle.feedsOf(weth, usd), _config());
        _assertConfig(oracle.feedsOf(weth, weth), FeedConfig(address(0), address(0), 0, 0));
    }

    function test_SetFeeds_DegeneratePair_Refused() external {
        address[2][3] memory pairs = [[weth, weth], [address(0), usd], [weth, address(0)]];
        for (uint256 i; i < 3; ++i) {
            vm.prank(owner);
            vm.expectRevert(
                abi.encodeWithSelector(
                    ISettlementOracle.SettlementOracle_InvalidPair.selector, pairs[i][0], pairs[i][1]
                )
            );
            oracle.setFeeds(pairs[i][0], pairs[i][1], _config());
        }
    }

    function test_SetFeeds_MissingOrDoubleFeed_Refused() external {
        bytes4 selector = ISettlementOracle.SettlementOracle_InvalidFeeds.selector;
        vm.expectRevert(abi.encodeWithSelector(selector, address(0), address(second)));
        _setFeeds(FeedConfig(address(0), address(second), MAX_DELAY, MAX_AGE));
        vm.expectRevert(abi.encodeWithSelector(selector, address(feed), address(feed)));
        _setFeeds(FeedConfig(address(feed), address(feed), MAX_DELAY, MAX_AGE));
    }

    function test_SetFeeds_TimesOutOfRange_Refused() external {
        bytes4 selector = ISettlementOracle.SettlementOracle_InvalidTimes.selector;
        vm.expectRevert(abi.encodeWithSelector(selector, 0, MAX_AGE));
        _setFeeds(FeedConfig(address(feed), address(second), 0, MAX_AGE));
        vm.expectRevert(abi.encodeWithSelector(selector, 1 days + 1, MAX_AGE));
        _setFeeds(FeedConfig(address(feed), address(second), 1 days + 1, MAX_AGE));
        vm.expectRevert(abi.encodeWithSelector(selector, MAX_DELAY, 0));
        _setFeeds(FeedConfig(address(feed), address(second), MAX_DELAY, 0));
    }

    function test_SetFeeds_DecimalsUnreadable_Refused() external {
        bytes4 selector = ISettlementOracle.SettlementOracle_DecimalsUnreadable.selector;
        vm.expectRevert(abi.encodeWithSelector(selector, weth));
        _setFeeds(FeedConfig(weth, address(second), MAX_DELAY, MAX_AGE));
        vm.expectRevert(abi.encodeWithSelector(selector, weth));
        _setFeeds(FeedConfig(address(feed), weth, MAX_DELAY, MAX_AGE));
        feed.setDecimals(19);
        vm.expectRevert(abi.encodeWithSelector(selector, address(feed)));
        _setFeeds(_config());
        vm.mockCall(address(feed), abi.encodeWithSelector(feed.decimals.selector), abi.encode(256 + 8));
        vm.expectRevert(abi.encodeWithSelector(selector, address(feed)));
        _setFeeds(_config());
        vm.mockCallRevert(address(feed), abi.encodeWithSelector(feed.decimals.selector), abi.encode(8));
        vm.expectRevert(abi.encodeWithSelector(selector, address(feed)));
        _setFeeds(_config());
        vm.clearMockedCalls();
        feed.setDecimals(18);
        _setFeeds(_config());
    }

    function test_FixExpiry_KeepsTheConfigurationOfThatDay() external {
        vm.expectEmit(address(oracle));
        emit ISettlementOracle.ExpiryFixed(weth, usd, EXPIRY, _config());
        _fix();
        _setFeeds(FeedConfig(address(second), address(0), 1 hours, 1 hours));
        _fix();
        _assertConfig(oracle.fixedFeedsOf(weth, usd, EXPIRY), _config());
        oracle.fixExpiry(weth, usd, EXPIRY + 1);
        _assertConfig(
            oracle.fixedFeedsOf(weth, usd, EXPIRY + 1), FeedConfig(address(second), address(0), 1 hours, 1 hours)
        );
        assertEq(_settle(_crossFirst()), 2150e8);
    }

    function test_FixExpiry_OnlyAhead_AndWithinTheHorizon() external {
        bytes4 selector = ISettlementOracle.SettlementOracle_ExpiryOutOfRange.selector;
        uint64 latest = uint64(START + 400 days);
        vm.expectRevert(abi.encodeWithSelector(selector, START, START + 1, latest));
        oracle.fixExpiry(weth, usd, uint64(START));
        vm.expectRevert(abi.encodeWithSelector(selector, latest + 1, START + 1, latest));
        oracle.fixExpiry(weth, usd, latest + 1);
        oracle.fixExpiry(weth, usd, latest);
        oracle.fixExpiry(weth, usd, uint64(START + 1));
    }

    function test_FixExpiry_AgainAfterTheExpiry_DoesNothing() external {
        _fix();
        vm.warp(EXPIRY + 1);
        vm.recordLogs();
        _fix();
        assertEq(vm.getRecordedLogs().length, 0);
    }

    function test_FixExpiry_WithoutFeeds_Refused() external {
        vm.expectRevert(abi.encodeWithSelector(ISettlementOracle.SettlementOracle_NoFeeds.selector, usd, weth));
        oracle.fixExpiry(usd, weth, EXPIRY);
    }

    function test_FixExpiry_UnsoundFirstFeed_Refused() external {
        bytes memory unsound =
            abi.encodeWithSelector(ISettlementOracle.SettlementOracle_LatestRoundUnsound.selector, address(feed));
        feed.push(0, START);
        vm.expectRevert(unsound);
        _fix();
        feed.setDown(true);
        vm.expectRevert(unsound);
        _fix();
        feed.setDown(false);
        feed.push(1e8, START);
        feed.setDecimals(7);
        vm.expectRevert(
            abi.encodeWithSelector(ISettlementOracle.SettlementOracle_DecimalsChanged.selector, address(feed), 8, 7)
        );
        _fix();
    }

    function test_FixExpiry_DeadSecondFeed_DoesNotStopIt() external {
        second.setDown(true);
        _fix();
        assertEq(oracle.fixedFeedsOf(weth, usd, EXPIRY).secondFeed, address(second));
        second.setDown(false);
        uint80 proof = _crossSecond();
        vm.warp(EXPIRY + 1 days);
        assertEq(_settleSecond(proof), 2155e8, "its phase was unknown, so all of its phases count");
    }

    function test_Spot_IsTheLatestPrice() external {
        (uint256 price, uint64 updatedAt) = oracle.spot(weth, usd);
        assertEq(price, 2000e8);
        assertEq(updatedAt, START - 1 hours);
        vm.warp(START + 2 hours);
        oracle.spot(weth, usd);
        vm.warp(START + 2 hours + 1);
        vm.expectRevert(
            abi.encodeWithSelector(ISettlementOracle.SettlementOracle_StaleSpot.selector, START - 1 hours, MAX_AGE)
        );
        oracle.spot(weth, usd);
    }

    function test_Spot_ConvertsDecimalsDown() external {
        _setFeeds(FeedConfig(address(second), address(0), MAX_DELAY, MAX_AGE));
        second.push(2001e18 + 1e10 - 1, START);
        (uint256 price,) = oracle.spot(weth, usd);
        assertEq(price, 2001e8);
        second.push(2001e18 + 1e10, START);
        (price,) = oracle.spot(weth, usd);
        assertEq(price, 2001e8 + 1);
        second.setDecimals(6);
        _setFeeds(FeedConfig(address(second), address(0), MAX_DELAY, MAX_AGE));
        second.push(2_001_500_001, START);
        (price,) = oracle.spot(weth, usd);
        assertEq(price, 2001.500001e8);
    }

    function test_Spot_Unsound_Refused() external {
        bytes memory unsound =
            abi.encodeWithSelector(ISettlementOracle.SettlementOracle_LatestRoundUnsound.selector, address(feed));
        int256[4] memory answers = [int256(0), -1, int256(uint256(type(uint96).max)) + 1, type(int256).max];
        for (uint256 i; i < answers.length; ++i) {
            feed.push(answers[i], START);
            vm.expectRevert(unsound);
            oracle.spot(weth, usd);
        }
        feed.push(2000e8, START + 1);
        vm.expectRevert(unsound);
        oracle.spot(weth, usd);
        feed.push(int256(uint256(type(uint96).max)), START);
        (uint256 price,) = oracle.spot(weth, usd);
        assertEq(price, type(uint96).max);
        feed.setDecimals(18);
        vm.expectRevert(
            abi.encodeWithSelector(ISettlementOracle.SettlementOracle_DecimalsChanged.selector, address(feed), 8, 18)
        );
        oracle.spot(weth, usd);
        vm.expectRevert(abi.encodeWithSelector(ISettlementOracle.SettlementOracle_NoFeeds.selector, usd, weth));
        oracle.spot(usd, weth);
    }

    function _assertConfig(FeedConfig memory actual, FeedConfig memory expected) private pure {
        assertEq(keccak256(abi.encode(actual)), keccak256(abi.encode(expected)));
    }
}

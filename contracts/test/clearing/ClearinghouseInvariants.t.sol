// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Account, Series} from "../../src/clearing/IClearinghouse.sol";
import {MarginMath, MarginPosition, SettlementUnit} from "../../src/clearing/MarginMath.sol";
import {TestToken} from "../base/TestToken.sol";
import {ClearinghouseBase} from "./ClearinghouseBase.sol";
import {ClearinghouseHandler, World} from "./ClearinghouseHandler.sol";

/// @notice Invariants 1, 2 and 3 over whole lives: several expiries, four people, everything the clearinghouse can do, in any order.
contract ClearinghouseInvariantsTest is ClearinghouseBase {
    ClearinghouseHandler private handler;

    function setUp() public override {
        super.setUp();
        handler = new ClearinghouseHandler(World(house, oracle, feed, weth, usd));
        targetOnly(address(handler), _actions());
    }

    /// forge-config: default.invariant.runs = 12
    function invariant_1_ShortsOfASeriesEqualItsSupply() external view {
        for (uint256 e; e < handler.expiryCount(); ++e) {
            uint64 expiry = handler.expiries(e);
            uint256[] memory ids = handler.seriesAt(expiry);
            (bool settled,) = _priceOf(expiry);
            for (uint256 i; i < ids.length; ++i) {
                if (settled) _checkSettledSeries(ids[i]);
                else assertEq(house.totalShort(ids[i]), house.totalSupply(ids[i]), "shorts and supply");
                _checkSums(ids[i], expiry);
            }
        }
    }

    /// forge-config: default.invariant.runs = 12
    function invariant_2_WhatIsHeldCoversEveryClaim() external view {
        TestToken[2] memory assets = [usd, weth];
        for (uint256 a; a < 2; ++a) {
            address asset = address(assets[a]);
            uint256 held = house.totalHeld(asset);
            assertEq(held, handler.paidIn(asset) - handler.paidOut(asset), "held is not what came in less what went");
            assertGe(assets[a].balanceOf(address(house)), held, "the tokens are not here");
            uint256 owed;
            for (uint256 who; who < handler.PEOPLE(); ++who) {
                owed += house.claimOf(handler.personAt(who), asset);
            }
            for (uint256 e; e < handler.expiryCount(); ++e) {
                owed += _owedOfExpiry(handler.expiries(e), a == 1);
            }
            assertGe(held, owed, "claims are not covered");
        }
    }

    /// forge-config: default.invariant.runs = 12
    function invariant_3_NoAccountIsShortAtAnyPrice() external view {
        uint64 expiry = handler.expiries(handler.expiryCount() - 1);
        for (uint256 i; i < 2 * handler.PEOPLE(); ++i) {
            Account memory account = handler.accountAt(i / 2, i % 2 == 1, expiry);
            uint256 collateral = house.collateralOf(account);
            assertGe(collateral, house.requiredCollateral(account), "not covered");
            MarginPosition[] memory legs = _legsOf(account);
            SettlementUnit memory unit = _unit(account.settlementAsset);
            for (uint256 price = 1; legs.length != 0 && price < 1e14; price = price * 7 + 3) {
                int256 net = MarginMath.netPayoffDown(legs, price, unit);
                assertGe(int256(collateral) + net, int256(0), "short at a price");
            }
            for (uint256 j; j < legs.length; ++j) {
                int256 net = MarginMath.netPayoffDown(legs, legs[j].strike, unit);
                assertGe(int256(collateral) + net, int256(0), "short at a strike");
            }
        }
    }

    /// @dev The end of every run: the last price comes, everybody leaves, everybody is paid in full, only dust stays.
    function afterInvariant() external {
        assertGe(handler.totalSucceeded(), 20, "too few calls did anything");
        _closeAll(1700e8);
    }

    /// @notice The handler gets deep: of a long run most calls of every kind succeed, over many expiries, and then everybody leaves.
    function test_Handler_ReachesDepth() external {
        bytes4[] memory actions = _actions();
        uint256[11] memory attempted;
        uint256 total;
        for (uint256 i; i < 1500; ++i) {
            bytes32 word = keccak256(abi.encode(i));
            bytes memory words = abi.encode(
                keccak256(abi.encode(word, 1)),
                uint256(keccak256(abi.encode(word, 2))),
                uint256(keccak256(abi.encode(word, 3))),
                uint256(keccak256(abi.encode(word, 4))),
                uint256(keccak256(abi.encode(word, 5)))
            );
            uint256 action = uint256(word) % actions.length;
            ++attempted[action];
            (bool success,) = address(handler).call(_withBooleans(actions[action], words));
            if (success) ++total;
        }
        for (uint256 i; i < actions.length; ++i) {
            assertGt(attempted[i], 90, "tried");
            assertGt(handler.succeeded(actions[i]) * 4, attempted[i], string.concat("too few of ", vm.toString(i)));
        }
        assertEq(handler.totalSucceeded(), total);
        assertGt(total, 1000, "two thirds of all calls succeed");
        assertGt(handler.expiryCount(), 5, "expiries lived through");
        this.invariant_1_ShortsOfASeriesEqualItsSupply();
        this.invariant_2_WhatIsHeldCoversEveryClaim();
        this.invariant_3_NoAccountIsShortAtAnyPrice();
        _closeAll(2600e8);
    }

    function _closeAll(uint256 price) private {
        (bool settled,) = _priceOf(handler.expiries(handler.expiryCount() - 1));
        if (!settled) handler.finish(price);
        uint256 roundings;
        for (uint256 e; e < handler.expiryCount(); ++e) {
            uint64 expiry = handler.expiries(e);
            uint256[] memory ids = handler.seriesAt(expiry);
            if (ids.length == 0) continue;
            for (uint256 i; i < ids.length * handler.PEOPLE(); ++i) {
                roundings += _exerciseAll(handler.personAt(i % handler.PEOPLE()), ids[i / handler.PEOPLE()]);
            }
            for (uint256 i; i < 2 * handler.PEOPLE(); ++i) {
                handler.settle(handler.accountAt(i / 2, i % 2 == 1, expiry));
                ++roundings;
            }
            for (uint256 i; i < ids.length; ++i) {
                assertEq(house.totalSupply(ids[i]), 0, "tokens left");
                assertEq(house.totalShort(ids[i]), 0, "shorts left");
            }
        }
        for (uint256 i; i < 2 * handler.PEOPLE(); ++i) {
            handler.claim(handler.personAt(i / 2), i % 2 == 1, type(uint256).max - 1);
            _withdrawRest(handler.personAt(i / 2), address(i % 2 == 1 ? weth : usd));
        }
        uint256 before = handler.succeeded(ClearinghouseHandler.exercise.selector);
        assertLe(house.totalHeld(address(usd)), roundings + before + _unsettledDeposits(usd), "more than dust stays");
        assertLe(house.totalHeld(address(weth)), roundings + before + _unsettledDeposits(weth), "more than dust stays");
    }

    function _withdrawRest(address owner, address asset) private {
        uint256 rest = house.claimOf(owner, asset);
        vm.prank(owner);
        house.withdrawClaim(asset, rest, owner);
        assertEq(house.claimOf(owner, asset), 0);
    }

    /// @dev Collateral of books that never had a series is its owner's to withdraw, not settled.
    function _unsettledDeposits(TestToken token) private view returns (uint256 assets) {
        for (uint256 e; e < handler.expiryCount(); ++e) {
            for (uint256 who; who < handler.PEOPLE(); ++who) {
                assets += house.collateralOf(
                    handler.accountAt(who, address(token) == address(weth), handler.expiries(e))
                );
            }
        }
    }

    function _exerciseAll(address holder, uint256 id) private returns (uint256) {
        uint256 size = house.balanceOf(holder, id);
        if (size == 0) return 0;
        uint256 expected = _claimDown(id, size);
        assertEq(handler.exerciseFor(holder, id, size), expected, "not paid in full");
        return 1;
    }

    /// @dev After the price: what was settled and exercised, and what is left of each, are the open interest of that moment.
    function _checkSettledSeries(uint256 id) private view {
        uint256 interest = handler.openInterest(id);
        assertEq(house.totalShort(id) + handler.shortSettled(id), interest, "shorts left and settled");
        assertEq(
            house.totalSupply(id) + handler.exercised(id) + handler.longSettled(id), interest, "longs left and gone"
        );
    }

    function _checkSums(uint256 id, uint64 expiry) private view {
        bool inKind = house.seriesOf(id).settlementAsset == address(weth);
        uint256 short;
        uint256 long;
        uint256 inHand;
        for (uint256 who; who < handler.PEOPLE(); ++who) {
            int256 size = _size(handler.accountAt(who, inKind, expiry), id);
            if (size < 0) short += uint256(-size);
            else long += uint256(size);
            inHand += house.balanceOf(handler.personAt(who), id);
        }
        assertEq(house.totalShort(id), short, "accounts' shorts");
        assertEq(house.balanceOf(address(house), id), long, "accounts' longs");
        assertEq(house.totalSupply(id), long + inHand, "tokens in accounts and in hand");
    }

    /// @dev Before the price: all collateral, which pays everything at any price. After it: what is left to every account and holder.
    function _owedOfExpiry(uint64 expiry, bool inKind) private view returns (uint256 owed) {
        (bool settled, uint256 price) = _priceOf(expiry);
        for (uint256 who; who < handler.PEOPLE(); ++who) {
            Account memory account = handler.accountAt(who, inKind, expiry);
            int256 equity = int256(house.collateralOf(account));
            if (settled) equity += _net(account, price);
            assertGe(equity, int256(0), "an account is short at the final price");
            owed += uint256(equity);
        }
        uint256[] memory ids = handler.seriesAt(expiry);
        for (uint256 i; settled && i < ids.length; ++i) {
            if (house.seriesOf(ids[i]).settlementAsset != address(inKind ? weth : usd)) continue;
            for (uint256 who; who < handler.PEOPLE(); ++who) {
                owed += _claimDown(ids[i], house.balanceOf(handler.personAt(who), ids[i]));
            }
        }
    }

    function _priceOf(uint64 expiry) private view returns (bool, uint256) {
        return oracle.settlementPrice(address(weth), address(usd), expiry);
    }

    function _net(Account memory account, uint256 price) private view returns (int256) {
        return MarginMath.netPayoffDown(_legsOf(account), price, _unit(account.settlementAsset));
    }

    function _legsOf(Account memory account) private view returns (MarginPosition[] memory legs) {
        (uint256[] memory ids, int256[] memory sizes) = house.positionsOf(account);
        legs = new MarginPosition[](ids.length);
        for (uint256 i; i < ids.length; ++i) {
            Series memory series = house.seriesOf(ids[i]);
            legs[i] = MarginPosition(series.strike, series.isPut, sizes[i]);
        }
    }

    function _claimDown(uint256 id, uint256 size) private view returns (uint256) {
        Series memory series = house.seriesOf(id);
        (, uint256 price) = _priceOf(series.expiry);
        return MarginMath.claimDown(
            MarginPosition(series.strike, series.isPut, int256(size)), price, _unit(series.settlementAsset)
        );
    }

    function _unit(address asset) private view returns (SettlementUnit memory) {
        return SettlementUnit(asset == address(weth), asset == address(weth) ? 18 : 6);
    }

    /// @dev A call of an action with words as arguments, where those that are booleans have been made so.
    function _withBooleans(bytes4 action, bytes memory words) private pure returns (bytes memory) {
        bytes memory call = abi.encodePacked(action, words);
        bool second = action == ClearinghouseHandler.depositCollateral.selector
            || action == ClearinghouseHandler.withdrawCollateral.selector
            || action == ClearinghouseHandler.write.selector || action == ClearinghouseHandler.withdrawClaim.selector;
        bool third = action == ClearinghouseHandler.openPackage.selector
            || action == ClearinghouseHandler.settleAccount.selector;
        if (second) _makeBoolean(call, 1);
        if (third) _makeBoolean(call, 2);
        if (action == ClearinghouseHandler.openPackage.selector) _makeBoolean(call, 3);
        return call;
    }

    function _makeBoolean(bytes memory call, uint256 argument) private pure {
        uint256 start = 4 + 32 * argument;
        for (uint256 i; i < 31; ++i) {
            call[start + i] = 0;
        }
        call[start + 31] &= 0x01;
    }

    function _actions() private pure returns (bytes4[] memory actions) {
        actions = new bytes4[](11);
        actions[0] = ClearinghouseHandler.depositCollateral.selector;
        actions[1] = ClearinghouseHandler.withdrawCollateral.selector;
        actions[2] = ClearinghouseHandler.write.selector;
        actions[3] = ClearinghouseHandler.openPackage.selector;
        actions[4] = ClearinghouseHandler.depositLong.selector;
        actions[5] = ClearinghouseHandler.withdrawLong.selector;
        actions[6] = ClearinghouseHandler.burn.selector;
        actions[7] = ClearinghouseHandler.passTime.selector;
        actions[8] = ClearinghouseHandler.settleAccount.selector;
        actions[9] = ClearinghouseHandler.exercise.selector;
        actions[10] = ClearinghouseHandler.withdrawClaim.selector;
    }
}

// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {MarginMath, MarginPosition, SettlementUnit} from "../../src/clearing/MarginMath.sol";
import {BallastTest} from "../base/BallastTest.sol";
import {MarginMathCaller} from "./MarginMathCaller.sol";

contract MarginMathTest is BallastTest {
    MarginMathCaller private immutable math = new MarginMathCaller();

    SettlementUnit private usd = SettlementUnit(false, 6);
    SettlementUnit private coin = SettlementUnit(true, 18);

    function test_NoLegs_NeedNothing() external view {
        assertEq(math.requiredCollateralUp(new MarginPosition[](0), usd), 0);
        assertEq(math.requiredCollateralUp(new MarginPosition[](0), coin), 0);
        assertEq(math.netPayoffDown(new MarginPosition[](0), 2000e8, usd), 0);
    }

    function test_EightLegs_AreTheMost() external {
        MarginPosition[] memory eight = new MarginPosition[](8);
        MarginPosition[] memory nine = new MarginPosition[](9);
        for (uint256 i; i < 9; ++i) {
            nine[i] = MarginPosition(1000e8 + i, true, -1e18);
            if (i < 8) eight[i] = nine[i];
        }
        assertEq(math.requiredCollateralUp(eight, usd), 8000e6 + 1);
        vm.expectRevert(abi.encodeWithSelector(MarginMath.MarginMath_TooManyLegs.selector, 9, 8));
        math.requiredCollateralUp(nine, usd);
    }

    // ---- settled in the quote

    function test_Quote_NetShortCalls_Refused() external {
        MarginPosition[] memory legs = _two(2000e8, false, -2e18, 2100e8, false, 2e18 - 1);
        vm.expectRevert(abi.encodeWithSelector(MarginMath.MarginMath_UnboundedUpwards.selector, int256(-1)));
        math.requiredCollateralUp(legs, usd);
    }

    function test_Quote_LongPut_DoesNotHelpAgainstNetShortCalls() external {
        MarginPosition[] memory legs = _two(2000e8, false, -1e18, 2000e8, true, 5e18);
        vm.expectRevert(abi.encodeWithSelector(MarginMath.MarginMath_UnboundedUpwards.selector, int256(-1e18)));
        math.requiredCollateralUp(legs, usd);
    }

    function test_Quote_ShortPut_NeedsItsStrike() external view {
        assertEq(math.requiredCollateralUp(_one(1800e8, true, -1e18), usd), 1800e6);
        assertEq(math.requiredCollateralUp(_one(1800e8, true, -2.5e18), usd), 4500e6);
    }

    function test_Quote_ShortCallSpread_NeedsItsWidth() external view {
        MarginPosition[] memory legs = _two(2000e8, false, -1e18, 2150e8, false, 1e18);
        assertEq(math.requiredCollateralUp(legs, usd), 150e6);
        assertEq(math.requiredCollateralUp(_flip(legs), usd), 0);
    }

    function test_Quote_ShortPutSpread_NeedsItsWidth() external view {
        assertEq(math.requiredCollateralUp(_two(1700e8, true, 1e18, 1800e8, true, -1e18), usd), 100e6);
    }

    function test_Quote_IronCondor_NeedsTheWiderWing() external view {
        assertEq(math.requiredCollateralUp(_condor(1700e8, 1800e8, 2200e8, 2350e8), usd), 150e6);
        assertEq(math.requiredCollateralUp(_condor(1600e8, 1800e8, 2200e8, 2350e8), usd), 200e6);
        assertEq(math.requiredCollateralUp(_flip(_condor(1600e8, 1800e8, 2200e8, 2350e8)), usd), 0);
    }

    function test_Quote_LongOnly_NeedsNothing() external view {
        assertEq(math.requiredCollateralUp(_two(1700e8, true, 1e18, 1800e8, false, 1e18), usd), 0);
    }

    function test_Quote_RoundsUpOnce() external view {
        assertEq(math.requiredCollateralUp(_one(1e8, true, -1), usd), 1, "a wei of an option needs a unit");
        assertEq(math.requiredCollateralUp(_one(1, true, -1e18), usd), 1, "a hundredth of a unit needs a unit");
        assertEq(math.requiredCollateralUp(_one(100, true, -1e18), usd), 1, "a whole unit is a unit");
        assertEq(math.requiredCollateralUp(_one(100, true, -1e18 - 1), usd), 2, "a wei more is one more");
        MarginPosition[] memory halves = _two(50, true, -1e18, 50, true, -1e18);
        assertEq(math.requiredCollateralUp(halves, usd), 1, "halves are added before they are rounded");
        assertEq(math.requiredCollateralUp(_one(1e8, true, -1), SettlementUnit(false, 18)), 1);
        assertEq(math.requiredCollateralUp(_one(123_456_789, true, -1e18), SettlementUnit(false, 8)), 123_456_789);
    }

    // ---- settled in the underlying

    function test_Underlying_ShortPut_Refused() external {
        vm.expectRevert(abi.encodeWithSelector(MarginMath.MarginMath_UnboundedDownwards.selector, int256(-1800e26)));
        math.requiredCollateralUp(_one(1800e8, true, -1e18), coin);
    }

    function test_Underlying_PutValueOneShort_Refused() external {
        MarginPosition[] memory legs = _two(1000e8, true, -1e18, 1000e8 - 1, true, 1e18);
        vm.expectRevert(abi.encodeWithSelector(MarginMath.MarginMath_UnboundedDownwards.selector, int256(-1e18)));
        math.requiredCollateralUp(legs, coin);
    }

    function test_Underlying_ShortCall_NeedsOneUnderlying() external view {
        assertEq(math.requiredCollateralUp(_one(2000e8, false, -1e18), coin), 1e18);
        assertEq(math.requiredCollateralUp(_one(2000e8, false, -1e18), SettlementUnit(true, 8)), 1e8);
        assertEq(math.requiredCollateralUp(_one(2000e8, false, -1), SettlementUnit(true, 6)), 1);
    }

    function test_Underlying_CallSpread_NeedsWidthOverUpperStrike() external view {
        MarginPosition[] memory legs = _two(2000e8, false, -1e18, 3000e8, false, 1e18);
        assertEq(math.requiredCollateralUp(legs, coin), 333_333_333_333_333_334);
        assertEq(math.requiredCollateralUp(_flip(legs), coin), 0);
    }

    function test_Underlying_PutsWorthTheSame_NeedTheLimitTowardsZero() external view {
        // Two long at 100, one short at 200: equal value at zero, and a loss of one underlying on the way there.
        assertEq(math.requiredCollateralUp(_two(100e8, true, 2e18, 200e8, true, -1e18), coin), 1e18);
        assertEq(math.requiredCollateralUp(_two(100e8, true, 1e18, 100e8, true, -1e18), coin), 0);
    }

    function test_Underlying_PutsWorthMore_NeedTheWorstStrike() external view {
        // Long three at 100, short one at 200: worst at a price of 100, where the short owes 100, one underlying.
        assertEq(math.requiredCollateralUp(_two(100e8, true, 3e18, 200e8, true, -1e18), coin), 1e18);
        // Short three at 100, long two at 200: worth 100 net at zero, and never a loss above 100.
        assertEq(math.requiredCollateralUp(_two(100e8, true, -3e18, 200e8, true, 2e18), coin), 0);
    }

    // ---- payoff

    function test_NetPayoff_RoundsTowardsMinusInfinity() external view {
        MarginPosition[] memory put = _one(2000e8, true, 1e18);
        assertEq(math.netPayoffDown(put, 1999e8 + 1, usd), 999_999);
        assertEq(math.netPayoffDown(_flip(put), 1999e8 + 1, usd), -1e6);
        assertEq(math.netPayoffDown(_flip(put), 1999e8 + 100, usd), -999_999);
        assertEq(math.netPayoffDown(put, 2000e8, usd), 0);
        assertEq(math.netPayoffDown(put, 2001e8, usd), 0);
    }

    function test_NetPayoff_AddsBeforeItDivides() external view {
        MarginPosition[] memory legs = _two(1000e8 + 50, true, 1e18, 1000e8 + 150, true, 1e18);
        assertEq(math.netPayoffDown(legs, 1000e8, usd), 2);
        assertEq(math.netPayoffDown(_flip(legs), 1000e8, usd), -2);
        legs[1].size = -1e18;
        assertEq(math.netPayoffDown(legs, 1000e8, usd), -1);
    }

    function test_NetPayoff_InUnderlying_IsDividedByThePrice() external view {
        MarginPosition[] memory call = _one(2000e8, false, 1e18);
        assertEq(math.netPayoffDown(call, 2500e8, coin), 0.2e18);
        assertEq(math.netPayoffDown(call, 3000e8, coin), 333_333_333_333_333_333);
        assertEq(math.netPayoffDown(_flip(call), 3000e8, coin), -333_333_333_333_333_334);
        assertEq(math.netPayoffDown(call, 2000e8, coin), 0);
    }

    function test_Claim_RoundsDown() external view {
        assertEq(math.claimDown(MarginPosition(2000e8, false, 1e18), 3000e8, coin), 333_333_333_333_333_333);
        assertEq(math.claimDown(MarginPosition(2000e8, true, 1), 0, usd), 0);
        assertEq(math.claimDown(MarginPosition(2000e8, true, 1e18), 1999e8 + 99, usd), 999_999);
        assertEq(math.claimDown(MarginPosition(2000e8, true, 1e18), 2000e8, usd), 0);
        assertEq(math.claimDown(MarginPosition(2000e8, false, 1e18), 2000e8, usd), 0);
    }

    // ---- the edges of the domain

    function test_Domain_GreatestValuesDoNotOverflow() external view {
        MarginPosition[] memory legs = new MarginPosition[](8);
        for (uint256 i; i < 8; ++i) {
            legs[i] = MarginPosition(type(uint96).max, true, -int256(type(int128).max));
        }
        uint256 exact = 8 * uint256(type(uint96).max) * uint256(uint128(type(int128).max));
        assertEq(math.requiredCollateralUp(legs, SettlementUnit(false, 18)), (exact + 1e8 - 1) / 1e8);
        for (uint256 i; i < 8; ++i) {
            legs[i] = MarginPosition(1, false, -int256(type(int128).max));
        }
        assertEq(math.requiredCollateralUp(legs, SettlementUnit(true, 18)), 8 * uint256(uint128(type(int128).max)));
    }

    // ---- properties

    function testFuzz_CoverHoldsAtEveryPrice(uint256 seed, uint256 price) external view {
        (MarginPosition[] memory legs, SettlementUnit memory unit) = _bounded(seed);
        price = bound(price, 1, type(uint96).max);
        (bool bounded, uint256 required) = _try(legs, unit);
        if (bounded) assertGe(int256(required) + math.netPayoffDown(legs, price, unit), int256(0), "not covered");
        for (uint256 i; bounded && i < legs.length; ++i) {
            uint256 near = legs[i].strike + price % 3;
            int256 net = math.netPayoffDown(legs, near > 1 ? near - 1 : near, unit);
            assertGe(int256(required) + net, int256(0), "not covered beside a strike");
        }
    }

    function testFuzz_CoverIsTight(uint256 seed) external view {
        (MarginPosition[] memory legs, SettlementUnit memory unit) = _bounded(seed);
        (bool bounded, uint256 required) = _try(legs, unit);
        if (!bounded || required == 0) return;
        assertEq(-int256(required), _worstByEnumeration(legs, unit));
    }

    function testFuzz_RefusedExactlyWhenUnbounded(uint256 seed) external view {
        (MarginPosition[] memory legs, SettlementUnit memory unit) = _bounded(seed);
        (bool bounded,) = _try(legs, unit);
        int256 slope;
        for (uint256 i; i < legs.length; ++i) {
            if (unit.inUnderlying && legs[i].isPut) slope += legs[i].size * int256(legs[i].strike);
            if (!unit.inUnderlying && !legs[i].isPut) slope += legs[i].size;
        }
        assertEq(bounded, slope >= 0);
    }

    function testFuzz_PartsNeverClaimMoreThanTheWhole(uint256 size, uint256 part, uint256 strike, uint256 price)
        external
        view
    {
        size = bound(size, 0, 1e30);
        part = bound(part, 0, size);
        strike = bound(strike, 1, type(uint96).max);
        price = bound(price, 1, type(uint96).max);
        for (uint256 i; i < 4; ++i) {
            SettlementUnit memory unit = SettlementUnit(i % 2 == 1, i < 2 ? 6 : 18);
            uint256 whole = math.claimDown(MarginPosition(strike, i % 3 == 0, int256(size)), price, unit);
            uint256 first = math.claimDown(MarginPosition(strike, i % 3 == 0, int256(part)), price, unit);
            uint256 rest = math.claimDown(MarginPosition(strike, i % 3 == 0, int256(size - part)), price, unit);
            assertLe(first + rest, whole);
            assertLe(whole, first + rest + 1);
        }
    }

    /// @dev The worst of the net payoff at the strikes and so near to the limits that only the last unit can differ, which the limit decides.
    function _worstByEnumeration(MarginPosition[] memory legs, SettlementUnit memory unit)
        private
        view
        returns (int256 worst)
    {
        int256 putValue;
        int256 putSize;
        int256 callSize;
        for (uint256 i; i < legs.length; ++i) {
            int256 net = math.netPayoffDown(legs, legs[i].strike, unit);
            if (net < worst) worst = net;
            if (!legs[i].isPut) callSize += legs[i].size;
            else (putValue, putSize) = (putValue + legs[i].size * int256(legs[i].strike), putSize + legs[i].size);
        }
        if (!unit.inUnderlying) {
            int256 atZero = math.netPayoffDown(legs, 0, unit);
            return atZero < worst ? atZero : worst;
        }
        int256 up = _floorDiv(callSize * int256(10 ** unit.decimals), 1e18);
        if (up < worst) worst = up;
        int256 down = _floorDiv(-putSize * int256(10 ** unit.decimals), 1e18);
        if (putValue == 0 && down < worst) worst = down;
    }

    function _floorDiv(int256 a, int256 b) private pure returns (int256) {
        return a >= 0 ? a / b : -((-a + b - 1) / b);
    }

    /// @dev One to eight legs; half of the portfolios have their last leg balance the slope that could be refused.
    function _bounded(uint256 seed) private pure returns (MarginPosition[] memory legs, SettlementUnit memory unit) {
        unit = SettlementUnit(seed & 1 == 1, [6, 8, 18][(seed >> 1) % 3]);
        legs = new MarginPosition[](1 + (seed >> 8) % 8);
        int256 net;
        for (uint256 i; i < legs.length; ++i) {
            uint256 word = uint256(keccak256(abi.encode(seed, i)));
            legs[i].strike = 1 + word % 1e13;
            legs[i].isPut = (word >> 64) & 1 == 1;
            legs[i].size = int256((word >> 65) % 2e24) - 1e24;
            if (legs[i].isPut == unit.inUnderlying) {
                net += unit.inUnderlying ? legs[i].size * int256(legs[i].strike) : legs[i].size;
            }
        }
        if ((seed >> 16) & 1 == 0 || net >= 0) return (legs, unit);
        MarginPosition memory last = legs[legs.length - 1];
        if (last.isPut == unit.inUnderlying) {
            net -= unit.inUnderlying ? last.size * int256(last.strike) : last.size;
        }
        last.isPut = unit.inUnderlying;
        if (unit.inUnderlying) last.strike = 1;
        last.size = -net;
    }

    function _try(MarginPosition[] memory legs, SettlementUnit memory unit) private view returns (bool, uint256) {
        try math.requiredCollateralUp(legs, unit) returns (uint256 required) {
            return (true, required);
        } catch (bytes memory reason) {
            bytes4 expected = unit.inUnderlying
                ? MarginMath.MarginMath_UnboundedDownwards.selector
                : MarginMath.MarginMath_UnboundedUpwards.selector;
            assertEq(bytes32(bytes4(reason)), bytes32(expected));
            return (false, 0);
        }
    }

    function _one(uint256 strike, bool isPut, int256 size) private pure returns (MarginPosition[] memory legs) {
        legs = new MarginPosition[](1);
        legs[0] = MarginPosition(strike, isPut, size);
    }

    function _two(uint256 strike, bool isPut, int256 size, uint256 strike2, bool isPut2, int256 size2)
        private
        pure
        returns (MarginPosition[] memory legs)
    {
        legs = new MarginPosition[](2);
        legs[0] = MarginPosition(strike, isPut, size);
        legs[1] = MarginPosition(strike2, isPut2, size2);
    }

    function _condor(uint256 k1, uint256 k2, uint256 k3, uint256 k4)
        private
        pure
        returns (MarginPosition[] memory legs)
    {
        legs = new MarginPosition[](4);
        legs[0] = MarginPosition(k1, true, 1e18);
        legs[1] = MarginPosition(k2, true, -1e18);
        legs[2] = MarginPosition(k3, false, -1e18);
        legs[3] = MarginPosition(k4, false, 1e18);
    }

    function _flip(MarginPosition[] memory legs) private pure returns (MarginPosition[] memory flipped) {
        flipped = new MarginPosition[](legs.length);
        for (uint256 i; i < legs.length; ++i) {
            flipped[i] = MarginPosition(legs[i].strike, legs[i].isPut, -legs[i].size);
        }
    }
}

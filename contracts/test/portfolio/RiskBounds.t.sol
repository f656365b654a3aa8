// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Account} from "../../src/clearing/IClearinghouse.sol";
import {MarginPosition, SettlementUnit} from "../../src/clearing/MarginMath.sol";
import {IRiskBounds, RiskParameters} from "../../src/portfolio/IRiskBounds.sol";
import {PortfolioMath, Scenario} from "../../src/portfolio/PortfolioMath.sol";
import {PortfolioBase} from "./PortfolioBase.sol";
import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";

/// @notice Who may set which parameters, and the requirement's properties over all portfolios.
contract RiskBoundsTest is PortfolioBase {
    function test_Set_ByTheOwnerOnly_AndTold() external {
        vm.expectRevert(abi.encodeWithSelector(Ownable.OwnableUnauthorizedAccount.selector, alice));
        vm.prank(alice);
        bounds.setParameters(address(weth), address(usd), _parameters());
        vm.expectEmit(address(bounds));
        emit IRiskBounds.ParametersSet(address(weth), address(usd), _parameters());
        bounds.setParameters(address(weth), address(usd), _parameters());
    }

    function test_Set_MarginOutOfRange_Refused() external {
        RiskParameters memory wrong = _parameters();
        wrong.maintenanceDownBps = 3_001;
        _refused(wrong, abi.encodeWithSelector(IRiskBounds.RiskBounds_InvalidMargin.selector, 3_000, 3_001));
        wrong.maintenanceDownBps = 0;
        _refused(wrong, abi.encodeWithSelector(IRiskBounds.RiskBounds_InvalidMargin.selector, 3_000, 0));
        wrong = _parameters();
        wrong.initialDownBps = 9_901;
        _refused(wrong, abi.encodeWithSelector(IRiskBounds.RiskBounds_InvalidMargin.selector, 9_901, 2_000));
        wrong = _parameters();
        wrong.initialUpBps = 50_001;
        _refused(wrong, abi.encodeWithSelector(IRiskBounds.RiskBounds_InvalidMargin.selector, 50_001, 2_000));
        wrong = _parameters();
        wrong.initialFloorBps = 10_001;
        _refused(wrong, abi.encodeWithSelector(IRiskBounds.RiskBounds_InvalidMargin.selector, 10_001, 500));
    }

    function test_Set_AuctionOutOfRange_Refused() external {
        RiskParameters memory wrong = _parameters();
        wrong.startFactorBps = 0;
        _refused(wrong, abi.encodeWithSelector(IRiskBounds.RiskBounds_InvalidFactors.selector, 0, 15_000));
        wrong.startFactorBps = 10_001;
        _refused(wrong, abi.encodeWithSelector(IRiskBounds.RiskBounds_InvalidFactors.selector, 10_001, 15_000));
        wrong.startFactorBps = 5_000;
        wrong.maxFactorBps = 9_999;
        _refused(wrong, abi.encodeWithSelector(IRiskBounds.RiskBounds_InvalidFactors.selector, 5_000, 9_999));
        wrong.maxFactorBps = 20_001;
        _refused(wrong, abi.encodeWithSelector(IRiskBounds.RiskBounds_InvalidFactors.selector, 5_000, 20_001));
        wrong = _parameters();
        wrong.sliceBps = 2_001;
        _refused(wrong, abi.encodeWithSelector(IRiskBounds.RiskBounds_InvalidShares.selector, 2_001, 500));
        wrong.sliceBps = 3;
        _refused(wrong, abi.encodeWithSelector(IRiskBounds.RiskBounds_InvalidShares.selector, 3, 500));
        wrong.sliceBps = 2_000;
        wrong.fundShareBps = 5_001;
        _refused(wrong, abi.encodeWithSelector(IRiskBounds.RiskBounds_InvalidShares.selector, 2_000, 5_001));
        wrong = _parameters();
        wrong.riseSeconds = 0;
        _refused(wrong, abi.encodeWithSelector(IRiskBounds.RiskBounds_InvalidTimes.selector, 0, 4 hours, 10 minutes));
        wrong.riseSeconds = 4 hours + 1;
        _refused(
            wrong,
            abi.encodeWithSelector(IRiskBounds.RiskBounds_InvalidTimes.selector, 4 hours + 1, 4 hours, 10 minutes)
        );
        wrong.riseSeconds = 1 hours;
        wrong.pauseSeconds = 4 hours;
        _refused(wrong, abi.encodeWithSelector(IRiskBounds.RiskBounds_InvalidTimes.selector, 1 hours, 4 hours, 4 hours));
    }

    function test_FixBook_OnceAndForEver() external {
        Account memory account = _usd(alice);
        bytes32 terms = keccak256(abi.encode(_parameters()));
        vm.expectEmit(address(bounds));
        emit IRiskBounds.BookFixed(_book(account), _parameters(), terms);
        assertEq(bounds.fixBook(account), terms);
        RiskParameters memory other = _parameters();
        other.pauseSeconds = 1;
        bounds.setParameters(address(weth), address(usd), other);
        assertEq(bounds.fixBook(account), terms);
        assertEq(bounds.leastShortOf(_book(account)), 0.01e18);
        assertEq(bounds.fundShareUp(_book(account), 21), 2, "rounded up");
        assertEq(bounds.fundShareUp(_book(account), 0), 0);
        vm.expectPartialRevert(IRiskBounds.RiskBounds_UnknownBook.selector);
        bounds.leastShortOf(bytes32(0));
    }

    // ---- the requirement

    function test_Requirement_OfExamples() external pure {
        SettlementUnit memory quote = SettlementUnit(false, 6);
        SettlementUnit memory coin = SettlementUnit(true, 18);
        Scenario memory scenario = Scenario(2000e8, 3_000, 5_000, 1_000);
        MarginPosition[] memory legs = new MarginPosition[](1);
        legs[0] = MarginPosition(2200e8, false, -1e18);
        assertEq(PortfolioMath.requirementUp(legs, quote, scenario), 800e6 + 200e6 + 1, "up to 3,000");
        assertEq(
            PortfolioMath.requirementUp(legs, coin, scenario),
            uint256(800e18) / 3000 + 1 + 0.1e18 + 1,
            "800 of 3,000, and a tenth"
        );
        legs[0].size = 1e18;
        assertEq(PortfolioMath.requirementUp(legs, quote, scenario), 0, "long only");
        legs[0] = MarginPosition(100e8, true, -1e18);
        assertEq(
            PortfolioMath.requirementUp(legs, quote, scenario), 100e6 + 1, "full mode asks for less than the floor"
        );
        legs[0] = MarginPosition(1000e8, true, -1e18);
        assertEq(PortfolioMath.requirementUp(legs, quote, scenario), 200e6 + 1, "far below the range: the floor");
        (uint256 low, uint256 high) = PortfolioMath.range(Scenario(3, 5_000, 5_000, 1));
        assertEq(low, 1);
        assertEq(high, 5);
        assertEq(PortfolioMath.requirementUp(new MarginPosition[](0), quote, scenario), 0);
    }

    /// @dev At every price of the range the requirement covers the loss and the floor, unless it is full mode's, which covers it at every price.
    function testFuzz_Requirement_CoversTheRange(uint256 seed, uint256 price, bool inUnderlying) external pure {
        MarginPosition[] memory legs = _portfolio(seed);
        SettlementUnit memory unit = SettlementUnit(inUnderlying, inUnderlying ? 18 : 6);
        Scenario memory scenario = Scenario(2000e8, 3_000, 3_000, 500);
        uint256 required = PortfolioMath.requirementUp(legs, unit, scenario);
        if (PortfolioMath.shortSize(legs) == 0) {
            assertEq(required, 0);
            return;
        }
        price = bound(price, 1400e8, 2600e8);
        assertGe(int256(required) + _legwise(legs, price, unit), int256(0), "does not cover, leg by leg");
    }

    /// @dev A long leg never raises the requirement by more than its unit of rounding, a short leg never lowers it.
    function testFuzz_Requirement_IsMonotone(uint256 seed, uint256 strike, uint256 size, bool isPut) external pure {
        MarginPosition[] memory legs = _portfolio(seed);
        MarginPosition[] memory more = new MarginPosition[](legs.length + 1);
        for (uint256 i; i < legs.length; ++i) {
            more[i] = legs[i];
        }
        SettlementUnit memory unit = SettlementUnit(seed % 2 == 0, seed % 2 == 0 ? 18 : 6);
        Scenario memory scenario = Scenario(2000e8, 3_000, 3_000, 500);
        uint256 before = PortfolioMath.requirementUp(legs, unit, scenario);
        more[legs.length] = MarginPosition(bound(strike, 500e8, 4000e8), isPut, int256(bound(size, 1, 20e18)));
        assertLe(PortfolioMath.requirementUp(more, unit, scenario), before + 1, "a long raised it");
        more[legs.length].size = -more[legs.length].size;
        assertGe(PortfolioMath.requirementUp(more, unit, scenario), before, "a short lowered it");
    }

    function _refused(RiskParameters memory wrong, bytes memory reason) private {
        vm.expectRevert(reason);
        bounds.setParameters(address(weth), address(usd), wrong);
    }

    function _portfolio(uint256 seed) private pure returns (MarginPosition[] memory legs) {
        legs = new MarginPosition[](1 + seed % 7);
        for (uint256 i; i < legs.length; ++i) {
            uint256 word = uint256(keccak256(abi.encode(seed, i)));
            int256 size = int256(1 + (word >> 64) % 10e18);
            legs[i] = MarginPosition(500e8 + (word >> 8) % 3000e8, word % 2 == 0, word % 3 == 0 ? size : -size);
        }
    }

    /// @dev What a settlement at the price brings: each leg rounded by itself, against the account.
    function _legwise(MarginPosition[] memory legs, uint256 price, SettlementUnit memory unit)
        private
        pure
        returns (int256 total)
    {
        for (uint256 i; i < legs.length; ++i) {
            uint256 size = legs[i].size < 0 ? uint256(-legs[i].size) : uint256(legs[i].size);
            uint256 intrinsic = legs[i].isPut
                ? (legs[i].strike > price ? legs[i].strike - price : 0)
                : (price > legs[i].strike ? price - legs[i].strike : 0);
            uint256 scale = unit.inUnderlying ? price * 1e18 : 1e26;
            uint256 value = size * intrinsic * 10 ** unit.decimals;
            total += legs[i].size < 0 ? -int256((value + scale - 1) / scale) : int256(value / scale);
        }
    }

    function _book(Account memory account) private pure returns (bytes32) {
        return keccak256(abi.encode(account.underlying, account.quote, account.settlementAsset, account.expiry));
    }
}

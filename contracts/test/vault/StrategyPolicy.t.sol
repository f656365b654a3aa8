// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SettlementUnit} from "../../src/clearing/MarginMath.sol";
import {IStrategyPolicy, LegBounds, LegTemplate, Terms} from "../../src/vault/IStrategyPolicy.sol";
import {VaultTest} from "./VaultTest.sol";
import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";

contract StrategyPolicyTest is VaultTest {
    function test_constructor_refusesNoLegsAndNine() external {
        vm.expectRevert(abi.encodeWithSelector(IStrategyPolicy.StrategyPolicy_LegCount.selector, 0, 8));
        _policy(new LegTemplate[](0), new LegBounds[](0), termsOf(1));
        vm.expectRevert(abi.encodeWithSelector(IStrategyPolicy.StrategyPolicy_LegCount.selector, 9, 8));
        _policy(new LegTemplate[](9), new LegBounds[](9), termsOf(1));
    }

    function test_constructor_refusesALegWithoutOptions() external {
        LegTemplate[] memory legs = _legs(4);
        legs[2].ratio = 0;
        vm.expectRevert(abi.encodeWithSelector(IStrategyPolicy.StrategyPolicy_ZeroRatio.selector, 2));
        _policy(legs, _bounds(4), termsOf(1));
    }

    function test_constructor_storesEverything() external view {
        LegTemplate[] memory legs = condorPolicy.legs();
        assertEq(legs.length, 4);
        assertTrue(legs[0].isPut && legs[0].isLong && legs[1].isPut && !legs[1].isLong);
        assertTrue(!legs[2].isPut && !legs[2].isLong && !legs[3].isPut && legs[3].isLong);
        assertEq(uint256(legs[3].ratio), 1e18);
        assertEq(condorPolicy.bounds().length, 4);
        assertEq(uint256(condorPolicy.bounds()[3].maxMoneynessBps), 20_000);
        assertEq(condorPolicy.terms().minRequest, 10e6);
        assertEq(condorPolicy.curator(), curator);
        assertEq(condorPolicy.guardian(), guardian);
        assertEq(condorPolicy.owner(), address(this));
    }

    function test_setters_areTheOwners() external {
        Terms memory terms = callPolicy.terms();
        LegBounds[] memory bounds = callPolicy.bounds();
        bytes memory refused = abi.encodeWithSelector(Ownable.OwnableUnauthorizedAccount.selector, mallory);
        vm.startPrank(mallory);
        vm.expectRevert(refused);
        callPolicy.setTerms(terms);
        vm.expectRevert(refused);
        callPolicy.setBounds(bounds);
        vm.expectRevert(refused);
        callPolicy.setCurator(mallory);
        vm.expectRevert(refused);
        callPolicy.setGuardian(mallory);
        vm.stopPrank();
    }

    function test_setTerms_atEveryLimit() external {
        Terms memory terms = callPolicy.terms();
        terms.saleDuration = 1;
        terms.clearWindow = 1;
        terms.minTenor = 3;
        terms.maxTenor = 366 days;
        terms.openWindow = 90 days;
        terms.maxLossBps = 10_000;
        terms.managementFeeBps = 500;
        terms.performanceFeeBps = 3_000;
        terms.minRequest = 1;
        vm.expectEmit(address(callPolicy));
        emit IStrategyPolicy.TermsSet(terms);
        callPolicy.setTerms(terms);
        assertEq(keccak256(abi.encode(callPolicy.terms())), keccak256(abi.encode(terms)));
    }

    function test_setTerms_oneTenorOnly() external {
        Terms memory terms = termsOf(1);
        terms.minTenor = terms.maxTenor;
        callPolicy.setTerms(terms);
        assertEq(uint256(callPolicy.terms().minTenor), 14 days);
    }

    function test_setTerms_refusesASaleThatReachesTheShortestTenor() external {
        Terms memory terms = termsOf(1);
        terms.minTenor = 2 hours;
        _expectTerms(
            terms,
            abi.encodeWithSelector(IStrategyPolicy.StrategyPolicy_SaleTooLong.selector, 1 hours, 1 hours, 2 hours)
        );
        terms = termsOf(1);
        terms.saleDuration = 0;
        _expectTerms(
            terms, abi.encodeWithSelector(IStrategyPolicy.StrategyPolicy_SaleTooLong.selector, 0, 1 hours, 1 days)
        );
        terms = termsOf(1);
        terms.clearWindow = 0;
        _expectTerms(
            terms, abi.encodeWithSelector(IStrategyPolicy.StrategyPolicy_SaleTooLong.selector, 1 hours, 0, 1 days)
        );
    }

    function test_setTerms_refusesTimesPastTheirLimits() external {
        Terms memory terms = termsOf(1);
        terms.minTenor = 14 days + 1;
        _expectTerms(
            terms,
            abi.encodeWithSelector(IStrategyPolicy.StrategyPolicy_TenorRange.selector, 14 days + 1, 14 days, 366 days)
        );
        terms = termsOf(1);
        terms.maxTenor = 366 days + 1;
        _expectTerms(
            terms,
            abi.encodeWithSelector(IStrategyPolicy.StrategyPolicy_TenorRange.selector, 1 days, 366 days + 1, 366 days)
        );
        terms = termsOf(1);
        terms.openWindow = 90 days + 1;
        _expectTerms(
            terms, abi.encodeWithSelector(IStrategyPolicy.StrategyPolicy_OpenWindow.selector, 90 days + 1, 90 days)
        );
    }

    function test_setTerms_refusesLossAndFeesPastTheirLimits() external {
        Terms memory terms = termsOf(1);
        terms.maxLossBps = 0;
        _expectTerms(terms, abi.encodeWithSelector(IStrategyPolicy.StrategyPolicy_MaxLoss.selector, 0, 10_000));
        terms.maxLossBps = 10_001;
        _expectTerms(terms, abi.encodeWithSelector(IStrategyPolicy.StrategyPolicy_MaxLoss.selector, 10_001, 10_000));
        terms = termsOf(1);
        terms.managementFeeBps = 501;
        _expectTerms(terms, abi.encodeWithSelector(IStrategyPolicy.StrategyPolicy_ManagementFee.selector, 501, 500));
        terms = termsOf(1);
        terms.performanceFeeBps = 3_001;
        _expectTerms(
            terms, abi.encodeWithSelector(IStrategyPolicy.StrategyPolicy_PerformanceFee.selector, 3_001, 3_000)
        );
        terms = termsOf(0);
        _expectTerms(terms, abi.encodeWithSelector(IStrategyPolicy.StrategyPolicy_ZeroMinRequest.selector));
        terms = termsOf(1);
        terms.feeRecipient = address(0);
        _expectTerms(terms, abi.encodeWithSelector(IStrategyPolicy.StrategyPolicy_ZeroAddress.selector));
    }

    function test_setBounds_refusesAnotherNumberAndEmptyOnes() external {
        vm.expectRevert(abi.encodeWithSelector(IStrategyPolicy.StrategyPolicy_BoundsCount.selector, 4, 1));
        callPolicy.setBounds(_bounds(4));
        LegBounds[] memory bounds = _bounds(4);
        bounds[3] = LegBounds(9_001, 9_000);
        vm.expectRevert(abi.encodeWithSelector(IStrategyPolicy.StrategyPolicy_EmptyBounds.selector, 3, 9_001, 9_000));
        condorPolicy.setBounds(bounds);
        bounds[3] = LegBounds(0, 9_000);
        vm.expectRevert(abi.encodeWithSelector(IStrategyPolicy.StrategyPolicy_EmptyBounds.selector, 3, 0, 9_000));
        condorPolicy.setBounds(bounds);
    }

    function test_setBounds_replacesThem() external {
        LegBounds[] memory bounds = _bounds(4);
        bounds[1] = LegBounds(1, 1);
        vm.expectEmit(address(condorPolicy));
        emit IStrategyPolicy.BoundsSet(bounds);
        condorPolicy.setBounds(bounds);
        assertEq(condorPolicy.bounds().length, 4);
        assertEq(uint256(condorPolicy.bounds()[1].maxMoneynessBps), 1);
    }

    function test_setCuratorAndGuardian() external {
        vm.expectRevert(abi.encodeWithSelector(IStrategyPolicy.StrategyPolicy_ZeroAddress.selector));
        callPolicy.setCurator(address(0));
        vm.expectRevert(abi.encodeWithSelector(IStrategyPolicy.StrategyPolicy_ZeroAddress.selector));
        callPolicy.setGuardian(address(0));
        vm.expectEmit(address(callPolicy));
        emit IStrategyPolicy.CuratorSet(alice);
        callPolicy.setCurator(alice);
        vm.expectEmit(address(callPolicy));
        emit IStrategyPolicy.GuardianSet(bob);
        callPolicy.setGuardian(bob);
        assertEq(callPolicy.curator(), alice);
        assertEq(callPolicy.guardian(), bob);
    }

    function test_check_refusesAnotherNumberOfStrikes() external {
        vm.expectRevert(abi.encodeWithSelector(IStrategyPolicy.StrategyPolicy_StrikeCount.selector, 4, 1));
        callPolicy.check(SPOT, condorStrikes(), uint64(START), EXPIRY);
    }

    function test_check_boundsBelongToTheRange() external {
        callPolicy.check(SPOT, strikesOf(1_500e8), uint64(START), EXPIRY);
        callPolicy.check(SPOT, strikesOf(6_000e8), uint64(START), EXPIRY);
        _expectCheck(
            strikesOf(1_500e8 - 1),
            abi.encodeWithSelector(
                IStrategyPolicy.StrategyPolicy_StrikeOutOfBounds.selector, 0, 1_500e8 - 1, 1_500e8, 6_000e8
            )
        );
        _expectCheck(
            strikesOf(6_000e8 + 1),
            abi.encodeWithSelector(
                IStrategyPolicy.StrategyPolicy_StrikeOutOfBounds.selector, 0, 6_000e8 + 1, 1_500e8, 6_000e8
            )
        );
    }

    function test_check_strikesAscend() external {
        uint256[] memory strikes = condorStrikes();
        condorPolicy.check(SPOT, strikes, uint64(START), EXPIRY);
        strikes[2] = strikes[1]; // butterfly: put and call share a strike
        condorPolicy.check(SPOT, strikes, uint64(START), EXPIRY);
        strikes[2] = strikes[1] - 1;
        _expectOrder(strikes, 2);
        strikes = condorStrikes();
        strikes[1] = strikes[0];
        _expectOrder(strikes, 1);
        strikes = condorStrikes();
        strikes[3] = strikes[2];
        _expectOrder(strikes, 3);
        strikes[3] = strikes[2] - 1;
        _expectOrder(strikes, 3);
    }

    function test_check_tenor() external {
        uint256[] memory strikes = strikesOf(CALL_STRIKE);
        callPolicy.check(SPOT, strikes, uint64(START), uint64(START + 1 days));
        callPolicy.check(SPOT, strikes, uint64(START), uint64(START + 14 days));
        _expectTenor(uint64(START + 1 days - 1), 1 days - 1);
        _expectTenor(uint64(START + 14 days + 1), 14 days + 1);
        _expectTenor(uint64(START - 1), 0);
    }

    function test_collateralUp_isTheWorstCase() external view {
        assertEq(callPolicy.collateralUp(strikesOf(CALL_STRIKE), 2e18, SettlementUnit(true, 18)), 2e18);
        assertEq(putPolicy.collateralUp(strikesOf(2_700e8), 1.5e18, SettlementUnit(false, 6)), 4_050e6);
        assertEq(condorPolicy.collateralUp(condorStrikes(), 1e18, SettlementUnit(false, 6)), 200e6);
        uint256[] memory wider = condorStrikes();
        wider[3] = 3_600e8;
        assertEq(condorPolicy.collateralUp(wider, 1e18, SettlementUnit(false, 6)), 300e6);
    }

    function test_collateralUp_countsRatios() external {
        LegTemplate[] memory legs = _legs(2);
        legs[0].ratio = 0.5e18;
        IStrategyPolicy half = _policy(legs, _bounds(2), termsOf(1));
        assertEq(half.collateralUp(strikesOf(2_700e8), 1e18, SettlementUnit(false, 6)), 1_350e6);
    }

    function _expectTerms(Terms memory terms, bytes memory refused) private {
        vm.expectRevert(refused);
        callPolicy.setTerms(terms);
    }

    function _expectCheck(uint256[] memory strikes, bytes memory refused) private {
        vm.expectRevert(refused);
        callPolicy.check(SPOT, strikes, uint64(START), EXPIRY);
    }

    function _expectOrder(uint256[] memory strikes, uint256 leg) private {
        vm.expectRevert(
            abi.encodeWithSelector(
                IStrategyPolicy.StrategyPolicy_StrikeOrder.selector, leg, strikes[leg - 1], strikes[leg]
            )
        );
        condorPolicy.check(SPOT, strikes, uint64(START), EXPIRY);
    }

    function _expectTenor(uint64 expiry, uint256 tenor) private {
        vm.expectRevert(abi.encodeWithSelector(IStrategyPolicy.StrategyPolicy_Tenor.selector, tenor, 1 days, 14 days));
        callPolicy.check(SPOT, strikesOf(CALL_STRIKE), uint64(START), expiry);
    }
}
